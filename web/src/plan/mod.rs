//! Plans: action plans, strategies, launches, with their goals and activities.
//!
//! A plan is read on one page (`plan_page`: `goals`, `activities`, `timeline`, `steps`) and changed there (`editors`),
//! one form at a time (`board`). Its own words have a page of their own (`plan_form`). Forms are data (`specs`) and drawn
//! by the renderer of `editing`.

pub(crate) mod history_words;
pub(crate) mod pages;

mod activities;
mod board;
mod edit_page;
mod editors;
mod filter;
mod filter_bar;
mod goals;
mod list_page;
mod new_page;
mod notice;
mod plan_form;
mod plan_page;
mod progress;
mod queries;
mod saving;
mod scale;
mod specs;
mod steps;
mod timeline;
mod words;
