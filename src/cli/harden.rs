//! Before anything is opened: a process that will hold cells or keys leaves no core and may not be read by others.

use rustix::process::{Resource, Rlimit, setrlimit};

/// Sets the core limit to 0 and makes the process non-dumpable. Where a system does not know one of them, the other
/// still holds; neither is a reason to refuse work.
pub fn process() {
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _ = setrlimit(Resource::Core, none);
    #[cfg(target_os = "linux")]
    {
        let _ =
            rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
    }
}
