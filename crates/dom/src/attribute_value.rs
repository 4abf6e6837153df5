//! What can be the value of an attribute.

use crate::erased::{Reactive, Text};

/// A type that can be the value of an attribute: a string, an option where the attribute may be missing, or a closure
/// that returns either and follows the signals that it reads.
pub trait AttributeValue {
    /// The value, erased.
    fn into_value(self) -> Value;
}

/// The value of an attribute, erased; a text of `None` is a missing attribute.
pub enum Value {
    /// Stays the same until the element is drawn again.
    Static(Option<Text>),
    /// Follows signals.
    Reactive(Reactive<Option<Text>>),
}

/// A static value of an attribute, as a text; `None` where the attribute is missing.
pub trait AttributeText {
    /// The text.
    fn into_text(self) -> Option<Text>;
}

macro_rules! strings {
    ($($string:ty)+) => {$(
        impl AttributeText for $string {
            fn into_text(self) -> Option<Text> {
                Some(self.into())
            }
        }

        impl AttributeValue for $string {
            fn into_value(self) -> Value {
                Value::Static(self.into_text())
            }
        }
    )+};
}

strings! { &'static str String Text }

impl<T: AttributeText> AttributeText for Option<T> {
    fn into_text(self) -> Option<Text> {
        self.and_then(T::into_text)
    }
}

impl<T: AttributeText> AttributeValue for Option<T> {
    fn into_value(self) -> Value {
        Value::Static(self.into_text())
    }
}

impl<T: AttributeText, F: FnMut() -> T + Send + 'static> AttributeValue for F {
    fn into_value(mut self) -> Value {
        Value::Reactive(Box::new(move || self().into_text()))
    }
}
