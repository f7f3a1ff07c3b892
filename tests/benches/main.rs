//! The budgets, measured: `cargo xtask bench [directory|search|app|all]`. Prints figures; judges nothing.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "measures time; what can't be measured has failed"
)]

mod directory;
mod evaluation;
mod load;
mod search;
mod transfer;

#[tokio::main]
async fn main() {
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let wanted = |name: &str| arguments.is_empty() || arguments.iter().any(|one| one == name || one == "all");
    let wants = |detail: &str| arguments.iter().any(|one| one == detail);
    if wanted("search") {
        evaluation::run(wants("misses"), !wants("misses")).await;
        search::run().await;
    }
    if wanted("app") {
        transfer::run();
    }
    if wanted("directory") {
        directory::run().await;
    }
}
