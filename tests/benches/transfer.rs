//! 
pub fn run() {}
