//! Which labels have room: each node has its label on the first side on which it covers no node and no other label,
//! those of the first nodes first, if there is one on which it covers no line either, there. A name without room is
//! still that of the node's link, and in the table.

/// The height of a line, and the distance of a label from its node, in tenths of a pixel.
const LINE: i32 = 160;
const APART: i32 = 40;

/// The side of a node on which its label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Side {
    Right,
    Left,
    Above,
    Below,
}

/// A node to be labelled; lengths in tenths of a pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// The centre, from the left and from the top.
    pub centre: [i32; 2],
    /// The radius.
    pub radius: i32,
    /// The width of the label.
    pub width: i32,
}

/// A rectangle: left, top, right, bottom.
type Rectangle = [i32; 4];

/// The side of each label, in the order of the nodes; none where it has no room. `size` is that of the figure, width
/// and height in tenths of a pixel.
pub fn placements(nodes: &[Labelled], size: [i32; 2]) -> Vec<Option<Side>> {
    placements_beside(nodes, &[], size)
}

/// The same, beside lines that have these points, from the left and from the top.
pub fn placements_beside(nodes: &[Labelled], lines: &[[i32; 2]], size: [i32; 2]) -> Vec<Option<Side>> {
    let mut taken: Vec<Rectangle> = nodes.iter().map(circle).collect();
    let place = |node: &Labelled| {
        // Towards the middle first.
        let sides = if node.centre[0] * 2 <= size[0] {
            [Side::Right, Side::Below, Side::Above, Side::Left]
        } else {
            [Side::Left, Side::Below, Side::Above, Side::Right]
        };
        let rooms = sides.into_iter().map(|side| (side, label(node, side)));
        let has_room = |label: Rectangle| {
            is_within(label, [0, 0, size[0], size[1]]) && !taken.iter().any(|other| overlap(label, *other))
        };
        let is_free = |label: Rectangle| !lines.iter().any(|&[x, y]| overlap(label, [x - 10, y - 10, x + 10, y + 10]));
        let mut with_room = rooms.into_iter().filter(|&(_, label)| has_room(label));
        let first = with_room.clone().next()?;
        let (side, room) = with_room.find(|&(_, label)| is_free(label)).unwrap_or(first);
        taken.push(room);
        Some(side)
    };
    nodes.iter().map(place).collect()
}

fn circle(node: &Labelled) -> Rectangle {
    let ([x, y], radius) = (node.centre, node.radius);
    [x - radius, y - radius, x + radius, y + radius]
}

fn label(node: &Labelled, side: Side) -> Rectangle {
    let [x, y] = node.centre;
    let (away, width) = (node.radius + APART, node.width);
    match side {
        Side::Right => [x + away, y - LINE / 2, x + away + width, y + LINE / 2],
        Side::Left => [x - away - width, y - LINE / 2, x - away, y + LINE / 2],
        Side::Above => [x - width / 2, y - away - LINE, x + width / 2, y - away],
        Side::Below => [x - width / 2, y + away, x + width / 2, y + away + LINE],
    }
}

fn is_within(inner: Rectangle, outer: Rectangle) -> bool {
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}

fn overlap(a: Rectangle, b: Rectangle) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: [i32; 2] = [6_000, 4_000];

    fn node(x: i32, y: i32, width: i32) -> Labelled {
        Labelled { centre: [x, y], radius: 60, width }
    }

    #[test]
    fn labels_are_towards_the_middle_and_within_the_figure() {
        let placed = placements(&[node(0, 2_000, 800), node(6_000, 2_000, 800)], SIZE);
        assert_eq!(placed, [Some(Side::Right), Some(Side::Left)]);
        assert_eq!(placements(&[node(1_000, 2_000, 7_000)], SIZE), [None]);
    }

    #[test]
    fn a_label_gives_way_to_a_node_and_to_the_label_of_a_node_before_it() {
        // Side by side: the first name would run over the second node, and goes below.
        let placed = placements(&[node(2_000, 2_000, 1_400), node(2_400, 2_000, 1_400)], SIZE);
        assert_eq!(placed, [Some(Side::Below), Some(Side::Right)]);
        // A line gives way to no name, but a name without another side covers it.
        let right = |lines: &[[i32; 2]]| placements_beside(&[node(2_000, 2_000, 1_400)], lines, SIZE);
        assert_eq!(right(&[[2_500, 2_000]]), [Some(Side::Below)]);
        assert_eq!(right(&[[2_500, 2_000], [2_000, 2_200], [2_000, 1_800], [1_500, 2_000]]), [Some(Side::Right)]);
        // At the same point, there are four sides and no fifth.
        let same = [node(3_000, 2_000, 700); 6];
        assert_eq!(placements(&same, SIZE).iter().flatten().count(), 4);
    }
}
