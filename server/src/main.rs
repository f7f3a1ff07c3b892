//! The binary `tovholder`: reads flags and environment, sets up logging, runs one command.

use std::process::ExitCode;

use clap::Parser;
use server::commands;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = commands::Arguments::parse();
    commands::log_to_stderr(arguments.log_format);
    match commands::run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tovholder: {}", error.chain());
            ExitCode::FAILURE
        }
    }
}
