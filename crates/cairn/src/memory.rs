//! How the system hands out memory.

/// Allows huge pages of memory or not, and says whether they were allowed until now. Huge ones (2 MB for the first byte of
/// each thread and size of block) make work on millions of rows faster, and a small question larger than what it holds.
pub fn huge_pages(allow: bool) -> bool {
    #[cfg(target_os = "linux")]
    {
        let allowed = rustix::thread::transparent_huge_pages_are_disabled().is_ok_and(|disabled| !disabled);
        // A system that refuses makes the program larger, not wrong.
        let _ = rustix::thread::disable_transparent_huge_pages(!allow);
        allowed
    }
    #[cfg(not(target_os = "linux"))]
    !allow
}
