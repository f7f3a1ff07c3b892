//! Forms: what somebody fills in, whole. One struct is what the API shows and takes, what is checked, and what a history
//! keeps as JSON. Which forms there are is for the areas to say.
//!
//! A form is text as somebody typed it; nothing is escaped on the way in. Pages escape on the way out.

mod problems;

use async_graphql::ID;

pub(crate) use problems::Problems;

/// Longest name, in characters.
pub(crate) const NAME: usize = 200;
/// Longest text, in characters.
pub(crate) const TEXT: usize = 10_000;
/// Longest list.
pub(crate) const LIST: usize = 50;

/// Declares forms: output and input of the API at once, and JSON of the same names for the history.
macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident as $input:tt { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(
            Clone,
            Debug,
            PartialEq,
            serde::Serialize,
            serde::Deserialize,
            async_graphql::SimpleObject,
            async_graphql::InputObject,
        )]
        #[graphql(input_name = $input)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)+ }

        impl crate::forms::Tidy for $name {
            fn tidy(&mut self) {
                $( crate::forms::Tidy::tidy(&mut self.$field); )+
            }
        }
    )+};
}
pub(crate) use forms;

/// Something typed that can be put in order without changing what it says.
pub(crate) trait Tidy {
    fn tidy(&mut self);
}

impl Tidy for String {
    fn tidy(&mut self) {
        let tidy = self.trim().replace("\r\n", "\n");
        if tidy != *self {
            *self = tidy;
        }
    }
}

impl Tidy for Option<String> {
    fn tidy(&mut self) {
        if let Some(text) = self {
            text.tidy();
        }
        self.take_if(|text| text.is_empty());
    }
}

impl<T: Tidy> Tidy for Vec<T> {
    fn tidy(&mut self) {
        self.iter_mut().for_each(Tidy::tidy);
    }
}

/// What has nothing to put in order.
macro_rules! tidy_as_it_is {
    ($($type:ty),+ $(,)?) => {$( impl crate::forms::Tidy for $type { fn tidy(&mut self) {} } )+};
}
pub(crate) use tidy_as_it_is;

tidy_as_it_is!(
    ID,
    Option<ID>,
    bool,
    i32,
    f64,
    Option<i32>,
    Option<f64>,
    chrono::NaiveDate,
    Option<chrono::NaiveDate>,
);
