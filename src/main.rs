fn main() -> std::process::ExitCode {
    beleg::cli::main()
}
