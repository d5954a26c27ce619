//! Which facts stand in a declaration or dossier as text, and under which checks' names facts can be stated at all.

use std::collections::BTreeSet;

use super::declared::is_of_texts;
use super::resolve::{DECLARATION, DOSSIER};
use crate::base::tree::{Fields, Form, Tree, Value};
use crate::record::check::{Check, Scope};
use crate::record::column::Column;

/// Where a fact under a check's name is read. Every check that reads one has an example that states it, so the examples
/// tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// For the whole delivery.
    pub delivery: bool,
    /// For one source (`source-purpose@imprint`).
    pub source: bool,
    /// For one consent text (`consent-form@newsletter-3`).
    pub text: bool,
}

impl Places {
    /// What documents say, and what the buyer's file says, is answered by reading them, not by stating it.
    pub fn of(check: &Check) -> Self {
        let mut places = Self::default();
        if matches!(check.scope, Scope::Document | Scope::Buyer) {
            return places;
        }
        let of_sources = !is_of_texts(check) || check.columns.contains(&Column::Source);
        for example in check.examples {
            let says = Said::new(Some(("a.toml", example.declaration)), example.dossier);
            places.delivery |= says.fact(check.id);
            places.source |= says.fact(&format!("{SOURCES}{}", check.id));
            places.source |= of_sources && says.answered(check.id);
            places.text |= says.fact(&format!("{TEXTS}{}", check.id));
        }
        places
    }
}

const SOURCES: &str = "gdpr.sources.*.";
const TEXTS: &str = "gdpr.consent.texts.*.";

/// What two texts state: the addresses of all facts. A text that cannot be parsed states nothing.
pub struct Said(BTreeSet<String>);

impl Said {
    /// `declaration` with the name of its file, which tells its form.
    pub fn new(declaration: Option<(&str, &str)>, dossier: &str) -> Self {
        let mut said = Self(BTreeSet::new());
        if let Some((file, text)) = declaration
            && let Ok(tree) = Tree::parse_as(Form::of(file), file, text, DECLARATION, false, false)
        {
            said.declared("", &tree.root());
        }
        if let Ok(tree) = Tree::parse("dossier.toml", dossier, DOSSIER, false, true) {
            said.own(&tree.root());
        }
        said
    }

    /// Whether a fact of block 3, of the buyer's side or under a check's name is stated, by its address.
    pub fn fact(&self, address: &str) -> bool {
        self.0.contains(plain(address))
    }

    /// Whether the question of a check is answered about any entry.
    fn answered(&self, check: &str) -> bool {
        let about = format!("{check}@");
        self.0.iter().any(|a| a.starts_with(&about))
    }

    /// The keys of block 3, table by table.
    fn declared(&mut self, above: &str, fields: &Fields<'_, '_>) {
        for (key, value) in fields.entries() {
            let address = match above {
                "" => key.text.to_owned(),
                above => format!("{above}.{}", key.text),
            };
            self.entries(&address, &value);
            if let Some(below) = value.is_table().then(|| value.table()).flatten() {
                self.declared(&address, &below);
            }
            self.0.insert(plain(&address).to_owned());
        }
    }

    /// The parts of each source or consent text in a list: `key@id`, and the key alone under the list's name.
    fn entries(&mut self, address: &str, list: &Value<'_, '_>) {
        let above = match address {
            "gdpr.sources" => SOURCES,
            "gdpr.consent.texts" => TEXTS,
            _ => return,
        };
        for entry in list.tables().unwrap_or_default() {
            let id = entry.get("id").filter(Value::is_str).and_then(|v| v.str());
            for (key, _) in entry.entries() {
                self.0.insert(format!("{above}{}", key.text));
                if let Some(id) = id {
                    self.0.insert(format!("{}@{id}", key.text));
                }
            }
        }
    }

    /// The buyer's own keys, and the facts that it answered.
    fn own(&mut self, root: &Fields<'_, '_>) {
        for (key, value) in root.entries() {
            self.0.insert(key.text.to_owned());
            if let Some(below) = value.is_table().then(|| value.table()).flatten() {
                let keys = below.entries();
                let keys = keys.iter().map(|(k, _)| format!("{}.{}", key.text, k.text));
                self.0.extend(keys);
            }
        }
        let answers = root.get("answer").and_then(|v| v.tables());
        for answer in answers.unwrap_or_default() {
            let fact = answer
                .get("fact")
                .filter(Value::is_str)
                .and_then(|v| v.str());
            if let Some(fact) = fact {
                self.0.insert(plain(fact).to_owned());
                if let Some(value) = answer.get("value") {
                    self.entries(fact, &value);
                }
            }
        }
    }
}

/// A fact under a check's name may be addressed with or without its table.
fn plain(address: &str) -> &str {
    address.strip_prefix("gdpr.facts.").unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::CATALOGUE;
    use crate::record::check::find;

    #[test]
    fn what_stands_in_either_text_is_said() {
        let declaration = "[gdpr]\ncountries = [\"DE\"]\n[gdpr.facts]\nlast-contact-age = \"none\"\n[[gdpr.sources]]\nid = \"imprint\"\nmethod = \"feeds\"\n";
        let dossier = "vendor = \"v\"\n[buyer]\nnames = [\"A\"]\n[[answer]]\nfact = \"gdpr.retention.vendor-deletes-after\"\nvalue = \"P1M\"\n[[answer]]\nfact = \"gdpr.sources\"\nvalue = [{ id = \"fair\", method = \"other\" }]\n[[answer]]\nfact = \"source-purpose@fair\"\nvalue = \"x\"\n";
        let said = Said::new(Some(("d.toml", declaration)), dossier);
        for address in [
            "gdpr.countries",
            "gdpr.sources",
            "last-contact-age",
            "gdpr.facts.last-contact-age",
            "method@imprint",
            "method@fair",
            "source-purpose@fair",
            "gdpr.retention.vendor-deletes-after",
            "vendor",
            "buyer.names",
        ] {
            assert!(said.fact(address), "{address}");
        }
        for address in [
            "gdpr.channels",
            "delivery",
            "buyer.role",
            "method@x",
            "source-purpose@imprint",
        ] {
            assert!(!said.fact(address), "{address}");
        }
    }

    #[test]
    fn a_declaration_in_another_form_says_the_same() {
        let json =
            r#"{"gdpr": {"countries": ["DE"], "sources": [{"id": "imprint", "method": "feeds"}]}}"#;
        let said = Said::new(Some(("d.beleg.json", json)), "");
        assert!(said.fact("gdpr.countries") && said.fact("method@imprint"));
    }

    #[test]
    fn examples_tell_where_a_check_reads_facts() {
        let of = |id| Places::of(find(CATALOGUE, id).expect("a check"));
        assert!(of("source-purpose").source && !of("source-purpose").delivery);
        assert!(of("last-contact-age").delivery);
        assert!(of("consent-form").text);
        assert_eq!(of("lia-steps"), Places::default());
        assert_eq!(of("mail-domain"), Places::default());
    }
}
