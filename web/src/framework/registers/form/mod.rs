//! Rows of registers as they are edited: what each form holds is data, drawn and kept by the machinery of
//! `crate::editing`; only a pathway's steps and a forum's meetings are drawn in a way of their own.

pub(crate) mod page;
pub(crate) mod specs;

mod delete;
mod meetings;
mod saving;
mod steps;
mod steps_list;
