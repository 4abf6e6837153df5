pub fn write(_: crate::Export<'_>) -> String {
    String::new()
}
