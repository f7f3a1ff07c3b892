//! Organisations: the tree of them, and each one's page.

pub(crate) mod organisation_page;
pub(crate) mod tree;
pub(crate) mod tree_page;
