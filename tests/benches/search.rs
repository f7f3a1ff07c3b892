//! 
pub async fn run() {}
