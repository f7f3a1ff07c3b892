//! The overview's parts: beginning a framework, a card for each section, sending to the steering group and taking back,
//! what came back.

pub(super) mod begin;
pub(super) mod card;
pub(super) mod returned;
pub(super) mod send;
pub(super) mod submitted;
