//! A section that is being written: each question with its answer ([`answer`], [`editor`]) and its registers ([`rows`]),
//! who has the section, and what the steering group said of it. What is shared is the [`place::Place`].

pub(super) mod place;
pub(super) mod question;
pub(super) mod standing;
pub(super) mod unused;

pub(super) mod add_question;
pub(super) mod assignment;

mod answer;
mod both;
mod change_question;
mod drawn;
mod editor;
mod markup;
mod question_form;
mod rows;
mod saved_state;
mod toolbar;
mod writing;
