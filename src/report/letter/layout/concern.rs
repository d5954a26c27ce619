//! How a point says what was found: with figures what the file or the papers show, and by code what nothing shows yet.

use crate::base::lang::{Lang, count, share};
use crate::record::check::Scope;
use crate::report::letter::{Concern, Count, Head, Item, Manner};
use crate::report::words;

use super::plain;

/// The labelled lines of an item.
pub fn lines(item: &Item, head: &Head, lang: Lang) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut add = |en: &str, de: &str, text: String| {
        let label = match lang {
            Lang::En => en,
            Lang::De => de,
        };
        out.push((label.to_owned(), text));
    };
    let of = |manner: Manner| item.concerns.iter().filter(move |c| c.manner == manner);
    for c in of(Manner::Breached) {
        add("We found", "Festgestellt", found(c, head, lang));
    }
    let coded =
        |manner: Manner| -> Vec<String> { of(manner).map(|c| coded(c, head, lang)).collect() };
    let open = coded(Manner::Unproven);
    if !open.is_empty() {
        add("Still open", "Noch offen", open.join("; "));
    }
    let rows = coded(Manner::Rows);
    if !rows.is_empty() {
        add("Rows concerned", "Betroffene Zeilen", rows.join("; "));
    }
    if let Some(day) = item.due {
        add("Due", "Frist", day.to_string());
    }
    out
}

/// What a breached clause found: the requirement, and how much does not fit it.
fn found(c: &Concern, head: &Head, lang: Lang) -> String {
    let title = c.title.get(lang);
    let code = &c.code;
    let more = place(c, lang).map_or_else(String::new, |p| format!(", {p},"));
    match (figure(c, head, lang), lang) {
        (Some(n), Lang::En) => format!("{n}{more} do not fit “{title}” ({code})"),
        (Some(n), Lang::De) => format!("{n}{more} passen nicht zu „{title}“ ({code})"),
        (None, Lang::En) => format!("“{title}”{more} is not met ({code})"),
        (None, Lang::De) => format!("„{title}“{more} ist nicht erfüllt ({code})"),
    }
}

/// `CHN-07: 432 rows, e-mail, DE (certainty H)`; of what is no row the code alone.
fn coded(c: &Concern, head: &Head, lang: Lang) -> String {
    let more: Vec<String> = [figure(c, head, lang), place(c, lang)]
        .into_iter()
        .flatten()
        .collect();
    match more.is_empty() {
        true => c.code.clone(),
        false => format!("{}: {}", c.code, more.join(", ")),
    }
}

/// Rows concerned; of how many and their share, if the clause is not about all that it applies to.
pub fn figure(c: &Concern, head: &Head, lang: Lang) -> Option<String> {
    if c.scope != Scope::Row {
        return None;
    }
    let rows = match lang {
        Lang::En => "rows",
        Lang::De => "Zeilen",
    };
    let (Count::Exactly(n), of) = (c.units?, c.of) else {
        return Some(format!("{} {rows}", few(lang)));
    };
    let figure = count(n, lang);
    Some(match (of, lang) {
        (Some(of), Lang::En) if of == n && n == head.rows => format!("all {figure} rows"),
        (Some(of), Lang::De) if of == n && n == head.rows => format!("alle {figure} Zeilen"),
        (Some(of), Lang::En) if of != n => format!(
            "{figure} of {} rows ({})",
            count(of, lang),
            share(n, of, lang).unwrap_or_default()
        ),
        (Some(of), Lang::De) if of != n => format!(
            "{figure} von {} Zeilen ({})",
            count(of, lang),
            share(n, of, lang).unwrap_or_default()
        ),
        _ => format!("{figure} {rows}"),
    })
}

/// 1 to 4 rows.
pub const fn few(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "fewer than 5",
        Lang::De => "weniger als 5",
    }
}

/// `phone, DE, FR (certainty H)`, or the entries of the source register by their ids.
fn place(c: &Concern, lang: Lang) -> Option<String> {
    let mut parts = Vec::new();
    if !c.countries.is_empty() {
        parts.push(words::channels(&c.channels, lang));
        parts.push(countries(c, lang));
        parts.retain(|p| !p.is_empty());
    }
    if !c.sources.is_empty() {
        let ids: Vec<String> = c.sources.iter().map(plain).collect();
        let ids = ids.join(", ");
        parts.push(match (c.sources.len(), lang) {
            (1, Lang::En) => format!("source {ids}"),
            (_, Lang::En) => format!("sources {ids}"),
            (1, Lang::De) => format!("Quelle {ids}"),
            (_, Lang::De) => format!("Quellen {ids}"),
        });
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Countries by code; what has none of its own in words.
pub fn countries(c: &Concern, lang: Lang) -> String {
    let names = c.countries.iter().map(|code| match (code.as_str(), lang) {
        ("other", Lang::En) => "other countries",
        ("other", Lang::De) => "andere Länder",
        ("illegible" | "blank", Lang::En) => "country unknown",
        ("illegible" | "blank", Lang::De) => "Land unbekannt",
        (code, _) => code,
    });
    let names = names.collect::<Vec<_>>().join(", ");
    match (c.certainty, lang) {
        (Some(m), Lang::En) => format!("{names} (certainty {})", m.name()),
        (Some(m), Lang::De) => format!("{names} (Gewissheit {})", m.name()),
        (None, _) => names,
    }
}
