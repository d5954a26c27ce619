//! TOML, by the crate of that name.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::node::{Entry, Flaw, Is, Node, table};

/// The text as a tree, or everything that is wrong with it.
pub fn read(text: &str) -> Result<Node<'_>, Vec<Flaw>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(errors
            .into_iter()
            .map(|e| Flaw {
                span: e.span().unwrap_or(0..0),
                ours: None,
                theirs: e.message().lines().next().map(str::to_owned),
                help: None,
            })
            .collect());
    }
    Ok(Node {
        span: root.span(),
        is: entries(root.into_inner()),
    })
}

fn entries(all: DeTable<'_>) -> Is<'_> {
    table(
        all.into_iter()
            .map(|(key, value)| Entry {
                span: key.span(),
                key: key.into_inner(),
                node: node(value),
            })
            .collect(),
    )
}

fn node(value: Spanned<DeValue<'_>>) -> Node<'_> {
    let span = value.span();
    let is = match value.into_inner() {
        DeValue::String(s) => Is::Text(s),
        DeValue::Boolean(b) => Is::Bool(b),
        DeValue::Integer(i) if i.radix() == 10 => Is::Whole(i.as_str().to_owned().into()),
        DeValue::Integer(_) => Is::Strange,
        DeValue::Float(f) => Is::Number(f.as_str().to_owned().into()),
        DeValue::Datetime(d) => Is::Time(d.to_string()),
        DeValue::Array(all) => Is::List(all.into_iter().map(node).collect()),
        DeValue::Table(t) => entries(t),
    };
    Node { span, is }
}
