//! `map --values`: what the cells of one column look like. Classes, counts and shapes; no cell.

use std::sync::Mutex;

use serde::Serialize;

use super::show::{method, shown};
use crate::base::code::usage;
use crate::base::error::{Error, Errors, Result, nearest, printable};
use crate::base::lang::{Lang, count, share};
use crate::cli::Globals;
use crate::data::columns;
use crate::data::measure::Effort;
use crate::data::profile::{Class, Named, Profile, Shapes};
use crate::data::source::Source;
use crate::record::column::Column;
use crate::record::mapping::Mapped;
use crate::report::human::table::{Kind, draw};
use crate::report::look::Look;
use crate::report::page::Page;
use crate::text;

/// Shapes that a page shows.
const SHOWN: usize = 20;

/// One or several columns: a field may have slots.
pub struct Values(Vec<One>);

struct One {
    position: usize,
    header: String,
    mapped: Mapped,
    profile: Profile,
    shapes: Named,
}

impl Values {
    /// Reads the list once, in its order.
    ///
    /// # Errors
    /// No such column; as [`Source::run`].
    pub fn of(source: &Source, name: &str, globals: &Globals) -> Result<Self> {
        let places = places(source, name)?;
        let looked = places
            .iter()
            .map(|_| (Profile::default(), Shapes::default()));
        let looked = Mutex::new(looked.collect::<Vec<_>>());
        globals.working(&printable(name));
        // one worker: frames come in the order of the list
        let read = source.run(1, Effort::default().block, &|_, frame| {
            let mut looked = looked
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            for (at, (profile, shapes)) in places.iter().zip(looked.iter_mut()) {
                if let Some(cells) = frame.at(at + 1) {
                    profile.count(&cells);
                    shapes.count(&cells);
                }
            }
        });
        globals.done("", std::time::Duration::ZERO);
        let read = read?;
        let looked = looked
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let one = |(at, (profile, shapes)): (&usize, (Profile, Shapes))| One {
            position: at + 1,
            header: source.headers()[*at].clone(),
            mapped: Mapped {
                filled: read.filled[*at],
                ..source.columns()[*at].clone()
            },
            profile,
            shapes: shapes.named(),
        };
        Ok(Self(places.iter().zip(looked).map(one).collect()))
    }

    pub fn human(&self, look: Look) -> String {
        let mut page = Page::new(look, 13);
        for one in &self.0 {
            page.blank();
            one.human(&mut page, look);
        }
        page.wide(match look.lang {
            Lang::En => "A letter stands as A, a digit as 9; a shape of fewer than five rows is among the others.",
            Lang::De => {
                "Ein Buchstabe steht als A, eine Ziffer als 9; eine Form von weniger als fünf Zeilen steht unter den anderen."
            }
        });
        look.finish(page.finish())
    }

    pub fn json(&self) -> String {
        #[derive(Serialize)]
        struct Wire<'a> {
            schema: &'static str,
            columns: Vec<Values<'a>>,
        }
        #[derive(Serialize)]
        struct Values<'a> {
            position: usize,
            header: &'a str,
            column: Option<Column>,
            slot: u32,
            rows: u64,
            filled: u64,
            classes: std::collections::BTreeMap<&'static str, u64>,
            shapes: Vec<Shape<'a>>,
            other: u64,
        }
        #[derive(Serialize)]
        struct Shape<'a> {
            shape: &'a str,
            rows: u64,
        }
        let wire = Wire {
            schema: "beleg.map.values/1",
            columns: self
                .0
                .iter()
                .map(|one| Values {
                    position: one.position,
                    header: &one.header,
                    column: one.mapped.used(),
                    slot: one.mapped.slot,
                    rows: one.rows(),
                    filled: one.mapped.filled,
                    classes: one
                        .profile
                        .classes()
                        .into_iter()
                        .map(|(c, n)| (Class::name(c), n))
                        .collect(),
                    shapes: one
                        .shapes
                        .shapes
                        .iter()
                        .map(|(shape, rows)| Shape { shape, rows: *rows })
                        .collect(),
                    other: one.shapes.other,
                })
                .collect(),
        };
        serde_json::to_string(&wire).unwrap_or_default() + "\n"
    }
}

impl One {
    fn rows(&self) -> u64 {
        self.profile.filled() + self.profile.of(Class::Blank)
    }

    fn human(&self, page: &mut Page, look: Look) {
        let lang = look.lang;
        let part = |n: u64| share(n, self.rows(), lang).unwrap_or_else(|| "–".to_owned());
        let header = match self.header.trim() {
            "" => format!("#{}", self.position),
            _ => format!("#{} {}", self.position, shown(&self.header)),
        };
        let column = match self.mapped.used() {
            Some(column) => format!("{} · {}", column.name(), method(&self.mapped, lang)),
            None => match lang {
                Lang::En => "not mapped".to_owned(),
                Lang::De => "nicht zugeordnet".to_owned(),
            },
        };
        page.head(&header, &column);
        let (class, shape, rows, all, other) = match lang {
            Lang::En => ("Class", "Shape", "Rows", "Share", "other"),
            Lang::De => ("Art", "Form", "Zeilen", "Anteil", "andere"),
        };
        let row = |name: String, n: u64| vec![name, count(n, lang), part(n)];
        let head = |name: &str| vec![name.to_owned(), rows.to_owned(), all.to_owned()];
        let kinds = [Kind::Rest, Kind::Number, Kind::Number];
        let mut classes = vec![head(class)];
        for (class, n) in self.profile.classes() {
            classes.push(row(class.words().get(lang).to_owned(), n));
        }
        for line in draw(&kinds, classes, look) {
            page.line(&line);
        }
        if self.profile.filled() == 0 {
            return;
        }
        let mut shapes = vec![head(shape)];
        let (named, more) = self
            .shapes
            .shapes
            .split_at(SHOWN.min(self.shapes.shapes.len()));
        for (shape, n) in named {
            shapes.push(row(shape.clone(), *n));
        }
        let rest = self.shapes.other + more.iter().map(|(_, n)| n).sum::<u64>();
        if rest > 0 {
            shapes.push(row(other.to_owned(), rest));
        }
        for line in draw(&kinds, shapes, look) {
            page.line(&line);
        }
    }
}

/// Where the columns stand that are meant: by canonical name, else by header or position.
fn places(source: &Source, name: &str) -> Result<Vec<usize>> {
    if let Some(column) = Column::find(name) {
        let all = source.columns().iter().enumerate();
        let found: Vec<usize> = all
            .filter(|(_, m)| m.used() == Some(column))
            .map(|(at, _)| at)
            .collect();
        if !found.is_empty() {
            return Ok(found);
        }
    }
    let found = columns::places(name, source.headers());
    if found.is_empty() {
        return Err(unknown(source, name));
    }
    Ok(found)
}

fn unknown(source: &Source, name: &str) -> Errors {
    let shown = printable(name);
    let error = Error::new(
        &usage::COLUMN_NOT_THERE,
        text!(
            "the list has no column `{shown}`",
            "die Liste hat keine Spalte `{shown}`"
        ),
    );
    let mapped = source.columns().iter().filter_map(|m| m.used());
    let mut names: Vec<&str> = mapped.map(|c| c.name()).collect();
    names.extend(source.headers().iter().map(String::as_str));
    let near = nearest(name, names).map(printable);
    match near {
        Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
        None => error.help(text!(
            "name a column, a header as it stands, or a position such as `#7`; `beleg map` shows all",
            "nennen Sie eine Spalte, eine Überschrift, wie sie steht, oder eine Position wie `#7`; `beleg map` zeigt alle"
        )),
    }
    .into()
}
