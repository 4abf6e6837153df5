//! The scale of the axis: from days to positions. It is true to time, except where stretches are folded: there nothing
//! begins or ends for long, and each takes only the room of the words that say how long it is.

use super::model::{AxisPosition, Fold};
use super::room::Room;
use crate::order;
use crate::words;

/// The longest stretch that is never folded, in days.
const LONGEST_UNFOLDED: i32 = 4;
/// The largest number of folds with words on them; where there are more, they are narrow.
const MOST_LABELS: usize = 5;
/// The largest number of folds that are tried beyond those of stretches that would leave no room for the others.
const MOST_TRIES: usize = 10;
/// How many of the shortest distances between two beginnings the axis may have before more of it is folded.
const FEWEST_STEPS: i64 = 80;
/// The width of a fold without words, in the unit of [`AxisPosition`].
const NARROW: u32 = 250;

/// A stretch of time within which nothing begins or ends.
struct Stretch {
    from: i32,
    to: i32,
    /// Whether it is within a time that is known less exactly, or lasts.
    is_covered: bool,
    is_folded: bool,
}

impl Stretch {
    fn days(&self) -> i32 {
        self.to - self.from
    }

    /// How much is won by folding it, in quarters of days. Within a time less is won, as its length is then not seen.
    fn weight(&self) -> i64 {
        i64::from(self.days()) * if self.is_covered { 1 } else { 4 }
    }
}

/// From days to positions.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    /// The days on which something begins, or has ended the day before, with their positions; ascending.
    points: Vec<(i32, AxisPosition)>,
    /// The folded stretches, in order.
    pub folds: Vec<Fold>,
}

/// The scales of some times, each from its first to its last day: that with the fewest folds first. `ends` is what is
/// left free before the first and after the last day.
pub(super) fn scales(times: &[(i32, i32)], ends: (u32, u32), room: Room) -> Vec<Scale> {
    let days = times.iter().flat_map(|&(first, last)| [first, last + 1]).collect();
    let mut days = order::by_key(days, |&day| [day, 0, 0]);
    days.dedup();
    let is_covered = |from: i32, to: i32| times.iter().any(|&(first, last)| first <= from && to <= last + 1);
    let stretch = |pair: &[i32]| Stretch {
        from: pair[0],
        to: pair[1],
        is_covered: is_covered(pair[0], pair[1]),
        is_folded: false,
    };
    let mut stretches: Vec<Stretch> = days.windows(2).map(stretch).collect();
    let mut unfolded: i64 = stretches.iter().map(|stretch| i64::from(stretch.days())).sum();
    let starts: Vec<i32> = times.iter().map(|&(first, _)| first).collect();
    let distances = starts.windows(2).map(|pair| i64::from(pair[1] - pair[0]));
    let nearest = distances.filter(|&distance| distance > 0).min().unwrap_or(1);
    let heaviest = order::by_key((0..stretches.len()).collect(), |&index| [-clamped(stretches[index].weight()), 0, 0]);
    let foldable = |stretch: &Stretch| stretch.days() > LONGEST_UNFOLDED;
    let mut scales = Vec::new();
    for index in heaviest {
        let days = i64::from(stretches[index].days());
        // Half of the axis without an event, or three fifths within a time; or as much as hides which of two is first.
        let is_large = if stretches[index].is_covered { days * 5 > unfolded * 3 } else { days * 2 > unfolded };
        let leaves_no_room = is_large || nearest * FEWEST_STEPS < unfolded && days * 10 > unfolded;
        if !leaves_no_room {
            scales.push(Scale::new(&stretches, ends, room));
        }
        if !foldable(&stretches[index]) || scales.len() > MOST_TRIES {
            break;
        }
        stretches[index].is_folded = true;
        unfolded -= i64::from(stretches[index].days());
    }
    // Where the last of them was folded, too.
    if scales.len() <= MOST_TRIES {
        scales.push(Scale::new(&stretches, ends, room));
    }
    scales
}

fn clamped(weight: i64) -> i32 {
    weight.try_into().unwrap_or(i32::MAX)
}

impl Scale {
    fn new(stretches: &[Stretch], ends: (u32, u32), room: Room) -> Scale {
        let folded = stretches.iter().filter(|stretch| stretch.is_folded);
        let has_labels = folded.clone().count() <= MOST_LABELS;
        let label = |stretch: &Stretch| words::count(stretch.days().unsigned_abs() as usize, "day");
        let width = |stretch: &Stretch| if has_labels { room.of(&label(stretch)) } else { NARROW };
        let end = AxisPosition::END.0.saturating_sub(ends.0 + ends.1);
        // No fold may leave the others without room.
        let all_folds: u32 = folded.map(width).sum();
        let (divisor, multiplier) = if all_folds > end / 2 { (all_folds, end / 2) } else { (1, 1) };
        let width = |stretch: &Stretch| width(stretch) * multiplier / divisor;
        let all_folds: u32 = stretches.iter().filter(|stretch| stretch.is_folded).map(width).sum();
        let unfolded = |stretch: &&Stretch| !stretch.is_folded;
        let all_days: u64 =
            stretches.iter().filter(unfolded).map(|stretch| u64::from(stretch.days().unsigned_abs())).sum();
        let (mut days, mut folds_before) = (0, 0);
        let position = |days: u64, folds: u32| {
            let share = days.saturating_mul((end - all_folds).into()).checked_div(all_days).unwrap_or_default();
            AxisPosition(ends.0 + share as u32 + folds)
        };
        let (mut points, mut folds) = (Vec::new(), Vec::new());
        for stretch in stretches {
            let from = position(days, folds_before);
            points.push((stretch.from, from));
            if stretch.is_folded {
                folds_before += width(stretch);
                let label = label(stretch);
                let rest = if stretch.is_covered { " without another date" } else { " without a date" };
                folds.push(Fold {
                    from,
                    to: position(days, folds_before),
                    days: stretch.days().unsigned_abs(),
                    title: format!("{label}{rest}"),
                    label: has_labels.then_some(label),
                    is_covered: stretch.is_covered,
                });
            } else {
                days += u64::from(stretch.days().unsigned_abs());
            }
        }
        points.extend(stretches.last().map(|stretch| (stretch.to, AxisPosition(ends.0 + end))));
        Scale { points, folds }
    }

    /// The position of the beginning of a day.
    pub fn position(&self, day: i32) -> AxisPosition {
        self.points.iter().find(|(known, _)| *known == day).map_or(AxisPosition(0), |&(_, position)| position)
    }

    /// The position of the middle of a day; `None` before the first and after the last.
    pub fn middle(&self, day: i32) -> Option<AxisPosition> {
        let after = self.points.partition_point(|&(known, _)| known <= day);
        let (from, start) = *self.points.get(after.checked_sub(1)?)?;
        let (to, end) = *self.points.get(after)?;
        // In halves of days.
        let share = u64::from(end.0 - start.0) * u64::from((2 * (day - from) + 1).unsigned_abs());
        let share = share.checked_div(2 * u64::from((to - from).unsigned_abs()))?;
        Some(AxisPosition(start.0 + u32::try_from(share).ok()?))
    }
}
