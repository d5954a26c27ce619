//! The next command, as one copies it into a shell.

use crate::base::error::printable;

/// `beleg` and these words, each in quotation marks where a shell would read it otherwise. A word that holds what cannot
/// be typed is shown, not meant to be run.
pub fn command<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> String {
    let mut line = "beleg".to_owned();
    for word in words {
        line.push(' ');
        line.push_str(&quoted(word.as_ref()));
    }
    line
}

/// One word, in quotation marks where a shell needs them.
pub fn quoted(word: &str) -> String {
    let word = printable(word);
    let plain = |c: char| c.is_alphanumeric() || "-_./:=,+@%#".contains(c);
    if !word.is_empty() && !word.starts_with('#') && word.chars().all(plain) {
        word
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shell_would_read_otherwise_is_quoted() {
        assert_eq!(command(["map", "a b.csv"]), "beleg map 'a b.csv'");
        assert_eq!(
            command(["map", "l'été.csv", "-m", "x.toml"]),
            "beleg map 'l'\\''été.csv' -m x.toml"
        );
        assert_eq!(command(["map", "$(x).csv", ""]), "beleg map '$(x).csv' ''");
        assert_eq!(
            command(["map", "--delimiter", ";"]),
            "beleg map --delimiter ';'"
        );
    }
}
