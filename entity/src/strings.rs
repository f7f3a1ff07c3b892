//! A short list of strings in one column, stored as JSON.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// A list that is only ever read and written whole, such as alternate names or weekdays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Strings(pub Vec<String>);
