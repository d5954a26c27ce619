//! From SQL to the closed grammar. Every node is accepted by name or refused; what `sqlparser` may learn tomorrow is
//! refused until somebody adds it here.

mod refused;

use std::ops::Range;

use sqlparser::ast::{
    BinaryOperator, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments, InTarget,
    Spanned as _, UnaryOperator, Value,
};
use sqlparser::dialect::Dialect;
use sqlparser::keywords::Keyword;
use sqlparser::parser::Parser;
use sqlparser::tokenizer::Token;

use self::refused::{allowed, name, span, too_deep, unparsed};
use super::{Comparison, Formula, Glob, LONGEST, Node};
use crate::base::error::{nearest, printable};
use crate::base::lang::Text;
use crate::record::column::Column;
use crate::text;

/// How deep an expression may nest.
const DEEPEST: usize = 40;

/// Something in an expression that may not stand there.
#[derive(Clone, Debug)]
pub struct Slip {
    /// Bytes of the expression.
    pub at: Range<usize>,
    pub message: Text,
    pub help: Option<Text>,
}

/// Standard SQL, in which the words of a condition are no names of columns.
#[derive(Debug)]
struct Plain;

impl Dialect for Plain {
    fn is_identifier_start(&self, c: char) -> bool {
        c.is_ascii_alphabetic() || c == '_'
    }

    fn is_identifier_part(&self, c: char) -> bool {
        c.is_ascii_alphanumeric() || c == '_'
    }

    fn is_reserved_for_identifier(&self, word: Keyword) -> bool {
        use Keyword::{AND, CASE, ELSE, END, IN, IS, LIKE, NOT, NULL, OR, THEN, WHEN};
        [
            AND, CASE, ELSE, END, IN, IS, LIKE, NOT, NULL, OR, THEN, WHEN,
        ]
        .contains(&word)
    }
}

pub fn parse(text: &str) -> Result<Formula, Vec<Slip>> {
    let one = |at: Range<usize>, message: Text, help| Err(vec![Slip { at, message, help }]);
    if text.len() > LONGEST {
        let message = text!(
            "the expression is longer than {LONGEST} bytes",
            "der Ausdruck ist länger als {LONGEST} Bytes"
        );
        return one(0..text.len(), message, None);
    }
    let parsed = Parser::new(&Plain)
        .with_recursion_limit(DEEPEST)
        .try_with_sql(text)
        .and_then(|mut parser| {
            let expr = parser.parse_expr()?;
            let next = parser.peek_token();
            Ok((expr, next))
        });
    let (expr, next) = match parsed {
        Ok(found) => found,
        Err(e) => {
            let (at, message) = unparsed(text, &e);
            return one(at..at, message, Some(allowed()));
        }
    };
    if next.token != Token::EOF {
        let at = span(text, next.span).unwrap_or(text.len()..text.len());
        let message = text!(
            "the expression ends before this",
            "der Ausdruck endet vor dieser Stelle"
        );
        return one(at, message, None);
    }
    let mut reading = Reading {
        text,
        columns: Vec::new(),
        slips: Vec::new(),
        depth: 0,
    };
    let root = reading.node(&expr, 0..text.len());
    if let Some((_, kind)) = &root
        && !matches!(kind, Kind::Text | Kind::Any)
    {
        reading.slip(
            0..text.len(),
            text!(
                "the expression must give a text",
                "der Ausdruck muss einen Text ergeben"
            ),
            Some(text!(
                "one bin in quotes per case: CASE WHEN … THEN 'yes' ELSE 'no' END",
                "je Fall eine Klasse in Anführungszeichen: CASE WHEN … THEN 'yes' ELSE 'no' END"
            )),
        );
    }
    match root {
        Some((root, _)) if reading.slips.is_empty() => Ok(Formula {
            root,
            columns: reading.columns,
        }),
        _ => Err(reading.slips),
    }
}

/// What a node gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Flag,
    /// NULL fits everywhere.
    Any,
}

impl Kind {
    fn fits(self, other: Self) -> bool {
        self == other || self == Self::Any || other == Self::Any
    }

    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("a text", "ein Text"),
            Self::Number => ("a number", "eine Zahl"),
            Self::Flag => ("a condition", "eine Bedingung"),
            Self::Any => ("NULL", "NULL"),
        }
    }
}

type Found = Option<(Node, Kind)>;

struct Reading<'a> {
    text: &'a str,
    columns: Vec<Column>,
    slips: Vec<Slip>,
    depth: usize,
}

impl Reading<'_> {
    fn slip(&mut self, at: Range<usize>, message: Text, help: Option<Text>) {
        self.slips.push(Slip { at, message, help });
    }

    /// Reads a node; `near` is the place of what encloses it, since not every node has one of its own.
    fn node(&mut self, e: &Expr, near: Range<usize>) -> Found {
        if self.depth == DEEPEST {
            self.slip(near, too_deep(), None);
            return None;
        }
        self.depth += 1;
        let found = self.inner(e, near);
        self.depth -= 1;
        found
    }

    fn inner(&mut self, e: &Expr, near: Range<usize>) -> Found {
        let at = span(self.text, e.span()).unwrap_or(near);
        match e {
            Expr::Nested(inner) => self.node(inner, at),
            Expr::Identifier(name) => {
                let at = span(self.text, name.span).unwrap_or(at);
                self.column(&name.value, at)
            }
            Expr::Value(v) => self.literal(&v.value, at),
            Expr::UnaryOp {
                op: UnaryOperator::Minus,
                expr,
            } => match self.node(expr, at.clone())? {
                (Node::Number(n), kind) => Some((Node::Number(-n), kind)),
                _ => self.refuse(at, "a minus before a column", "ein Minus vor einer Spalte"),
            },
            Expr::UnaryOp {
                op: UnaryOperator::Not,
                expr,
            } => {
                let inner = self.of_kind(expr, Kind::Flag, at)?;
                Some((Node::Not(Box::new(inner)), Kind::Flag))
            }
            Expr::BinaryOp { left, op, right } => self.binary(left, op, right, at),
            Expr::IsNull(inner) => {
                let (inner, _) = self.node(inner, at)?;
                Some((Node::IsNull(Box::new(inner)), Kind::Flag))
            }
            Expr::IsNotNull(inner) => {
                let (inner, _) = self.node(inner, at)?;
                Some((not(true, Node::IsNull(Box::new(inner))), Kind::Flag))
            }
            Expr::In {
                expr,
                target: InTarget::List(list),
                negated,
                global: false,
            } => {
                let value = self.node(expr, at.clone());
                let literals: Vec<Found> =
                    list.iter().map(|x| self.in_list(x, at.clone())).collect();
                let (value, kind) = value?;
                let literals: Option<Vec<(Node, Kind)>> = literals.into_iter().collect();
                let literals = literals?;
                if let Some((_, other)) = literals.iter().find(|(_, k)| !k.fits(kind)) {
                    return self.differs(kind, *other, at);
                }
                let literals = literals.into_iter().map(|(n, _)| n).collect();
                Some((
                    not(*negated, Node::In(Box::new(value), literals)),
                    Kind::Flag,
                ))
            }
            Expr::Like {
                negated,
                any: false,
                expr,
                pattern,
                escape_char: None,
            } => {
                let value = self.of_kind(expr, Kind::Text, at.clone());
                let pattern = match self.node(pattern, at.clone()) {
                    Some((Node::Text(p), _)) => Some(glob(&p)),
                    Some(_) => self
                        .refuse(
                            at,
                            "a LIKE pattern that is no literal",
                            "ein LIKE-Muster, das kein Literal ist",
                        )
                        .map(|_| Vec::new()),
                    None => None,
                };
                Some((
                    not(*negated, Node::Like(Box::new(value?), pattern?)),
                    Kind::Flag,
                ))
            }
            Expr::Case {
                operand,
                conditions,
                else_result,
                ..
            } => {
                let operand = operand.as_deref().map(|o| self.node(o, at.clone()));
                let mut arms = Vec::new();
                let mut kind = Kind::Any;
                let mut sound = true;
                for arm in conditions {
                    let condition = match &operand {
                        None => self.of_kind(&arm.condition, Kind::Flag, at.clone()),
                        Some(operand) => {
                            let other = self.node(&arm.condition, at.clone());
                            operand.clone().zip(other).and_then(|((a, ka), (b, kb))| {
                                let equal =
                                    Node::Compare(Comparison::Equal, Box::new(a), Box::new(b));
                                if ka.fits(kb) {
                                    return Some(equal);
                                }
                                self.differs(ka, kb, at.clone()).map(|(n, _)| n)
                            })
                        }
                    };
                    let result = self.branch(&arm.result, &mut kind, at.clone());
                    match condition.zip(result) {
                        Some(arm) => arms.push(arm),
                        None => sound = false,
                    }
                }
                let otherwise = match else_result {
                    Some(e) => self.branch(e, &mut kind, at),
                    None => Some(Node::Null),
                };
                let otherwise = Box::new(otherwise?);
                sound.then_some((Node::Case { arms, otherwise }, kind))
            }
            Expr::Trim {
                trim_where: None,
                trim_what: None,
                expr,
                trim_characters: None,
            } => {
                let inner = self.of_kind(expr, Kind::Text, at)?;
                Some((Node::Trim(Box::new(inner)), Kind::Text))
            }
            Expr::Substring {
                expr,
                substring_from: Some(from),
                substring_for,
                ..
            } => {
                let value = self.of_kind(expr, Kind::Text, at.clone());
                let from = self.of_kind(from, Kind::Number, at.clone());
                let length = substring_for
                    .as_deref()
                    .map(|l| self.of_kind(l, Kind::Number, at));
                self.substr(value, from, length)
            }
            Expr::Function(f) => self.function(f, at),
            other => {
                let (en, de) = name(other);
                self.refuse(at, en, de)
            }
        }
    }

    fn substr(
        &self,
        value: Option<Node>,
        from: Option<Node>,
        length: Option<Option<Node>>,
    ) -> Found {
        let length = match length {
            Some(l) => Some(Box::new(l?)),
            None => None,
        };
        Some((
            Node::Substr(Box::new(value?), Box::new(from?), length),
            Kind::Text,
        ))
    }

    fn column(&mut self, name: &str, at: Range<usize>) -> Found {
        let Some(column) = Column::ALL.iter().copied().find(|c| c.name() == name) else {
            let shown = printable(name);
            let names = Column::ALL.iter().map(|c| c.name());
            let lower = name.to_lowercase();
            let exact = Column::ALL.iter().map(|c| c.name()).find(|n| *n == lower);
            let help = match exact.or_else(|| nearest(&lower, names)) {
                Some(near) => text!("did you mean `{near}`?", "meinten Sie `{near}`?"),
                None => text!(
                    "all columns: beleg explain columns",
                    "alle Spalten: beleg explain columns"
                ),
            };
            self.slip(
                at,
                text!("no column `{shown}`", "keine Spalte `{shown}`"),
                Some(help),
            );
            return None;
        };
        let position = self
            .columns
            .iter()
            .position(|c| *c == column)
            .unwrap_or_else(|| {
                self.columns.push(column);
                self.columns.len() - 1
            });
        Some((Node::Column(position), Kind::Text))
    }

    fn literal(&mut self, value: &Value, at: Range<usize>) -> Found {
        match value {
            Value::SingleQuotedString(s) => Some((Node::Text(s.clone()), Kind::Text)),
            Value::Boolean(b) => Some((Node::Flag(*b), Kind::Flag)),
            Value::Null => Some((Node::Null, Kind::Any)),
            Value::Number(n, false) => match n.parse::<i64>() {
                Ok(n) if n.abs() < 1_000_000_000_000_000 => Some((Node::Number(n), Kind::Number)),
                _ => self.refuse(
                    at,
                    "a number that is not whole",
                    "eine Zahl, die nicht ganz ist",
                ),
            },
            Value::DoubleQuotedString(_) => {
                self.slip(
                    at,
                    text!(
                        "texts stand in single quotes",
                        "Texte stehen in einfachen Anführungszeichen"
                    ),
                    None,
                );
                None
            }
            _ => self.refuse(at, "a literal of this kind", "ein Literal dieser Art"),
        }
    }

    fn in_list(&mut self, e: &Expr, near: Range<usize>) -> Found {
        let at = span(self.text, e.span()).unwrap_or(near);
        match self.node(e, at.clone())? {
            found @ (Node::Text(_) | Node::Number(_), _) => Some(found),
            _ => self.refuse(
                at,
                "an IN list of other than literals",
                "eine IN-Liste aus anderem als Literalen",
            ),
        }
    }

    fn binary(
        &mut self,
        left: &Expr,
        op: &BinaryOperator,
        right: &Expr,
        at: Range<usize>,
    ) -> Found {
        let op = match op {
            BinaryOperator::And | BinaryOperator::Or => {
                // a chain is one node, however long it is
                let mut chain = vec![right];
                let mut first = left;
                while let Expr::BinaryOp {
                    left,
                    op: same,
                    right,
                } = first
                    && same == op
                {
                    chain.push(right);
                    first = left;
                }
                chain.push(first);
                let nodes: Vec<Option<Node>> = chain
                    .into_iter()
                    .rev()
                    .map(|e| self.of_kind(e, Kind::Flag, at.clone()))
                    .collect();
                let nodes: Option<Vec<Node>> = nodes.into_iter().collect();
                let node = match op {
                    BinaryOperator::And => Node::All(nodes?),
                    _ => Node::Any(nodes?),
                };
                return Some((node, Kind::Flag));
            }
            BinaryOperator::Eq => Comparison::Equal,
            BinaryOperator::NotEq => Comparison::Unequal,
            BinaryOperator::Lt => Comparison::Less,
            BinaryOperator::LtEq => Comparison::LessOrEqual,
            BinaryOperator::Gt => Comparison::Greater,
            BinaryOperator::GtEq => Comparison::GreaterOrEqual,
            other => {
                let shown = printable(&other.to_string());
                self.slip(
                    at,
                    text!(
                        "operator `{shown}` is not allowed",
                        "Operator `{shown}` ist nicht erlaubt"
                    ),
                    Some(allowed()),
                );
                return None;
            }
        };
        let (a, b) = (self.node(left, at.clone()), self.node(right, at.clone()));
        let ((a, ka), (b, kb)) = (a?, b?);
        if !ka.fits(kb) {
            return self.differs(ka, kb, at);
        }
        Some((Node::Compare(op, Box::new(a), Box::new(b)), Kind::Flag))
    }

    fn function(&mut self, f: &Function, at: Range<usize>) -> Found {
        let shown = printable(&f.name.to_string());
        let at = span(self.text, f.name.span()).unwrap_or(at);
        let upper = f.name.to_string().to_uppercase();
        let known = ["LOWER", "UPPER", "TRIM", "LENGTH", "SUBSTR"];
        if !known.contains(&upper.as_str()) {
            let help = match nearest(&upper, known) {
                Some(near) => text!("did you mean `{near}`?", "meinten Sie `{near}`?"),
                None => allowed(),
            };
            self.slip(
                at,
                text!(
                    "function `{shown}` is not allowed",
                    "Funktion `{shown}` ist nicht erlaubt"
                ),
                Some(help),
            );
            return None;
        }
        let plain = !f.uses_odbc_syntax
            && matches!(f.parameters, FunctionArguments::None)
            && f.within_group.is_empty()
            && f.filter.is_none()
            && f.null_treatment.is_none()
            && f.over.is_none();
        let arguments: Option<Vec<&Expr>> = match &f.args {
            FunctionArguments::List(list)
                if plain && list.duplicate_treatment.is_none() && list.clauses.is_empty() =>
            {
                let expression = |a| match a {
                    &FunctionArg::Unnamed(FunctionArgExpr::Expr(ref e)) => Some(e),
                    _ => None,
                };
                list.args.iter().map(expression).collect()
            }
            _ => None,
        };
        let found = match (upper.as_str(), arguments.as_deref()) {
            ("SUBSTR", Some([value, from])) => {
                let value = self.of_kind(value, Kind::Text, at.clone());
                let from = self.of_kind(from, Kind::Number, at);
                return self.substr(value, from, None);
            }
            ("SUBSTR", Some([value, from, length])) => {
                let value = self.of_kind(value, Kind::Text, at.clone());
                let from = self.of_kind(from, Kind::Number, at.clone());
                let length = self.of_kind(length, Kind::Number, at);
                return self.substr(value, from, Some(length));
            }
            ("SUBSTR", _) => None,
            (_, Some([value])) => Some(value),
            _ => None,
        };
        let Some(value) = found else {
            self.slip(
                at,
                text!(
                    "`{shown}` does not take these arguments",
                    "`{shown}` nimmt diese Argumente nicht"
                ),
                Some(text!(
                    "LOWER(x), UPPER(x), TRIM(x), LENGTH(x), SUBSTR(x, from, length)",
                    "LOWER(x), UPPER(x), TRIM(x), LENGTH(x), SUBSTR(x, ab, länge)"
                )),
            );
            return None;
        };
        let inner = Box::new(self.of_kind(value, Kind::Text, at)?);
        Some(match upper.as_str() {
            "LOWER" => (Node::Lower(inner), Kind::Text),
            "UPPER" => (Node::Upper(inner), Kind::Text),
            "TRIM" => (Node::Trim(inner), Kind::Text),
            _ => (Node::Length(inner), Kind::Number),
        })
    }

    /// A result of CASE: all are of one kind.
    fn branch(&mut self, e: &Expr, kind: &mut Kind, at: Range<usize>) -> Option<Node> {
        let (node, found) = self.node(e, at.clone())?;
        if !found.fits(*kind) {
            return self.differs(*kind, found, at).map(|(n, _)| n);
        }
        if *kind == Kind::Any {
            *kind = found;
        }
        Some(node)
    }

    fn of_kind(&mut self, e: &Expr, want: Kind, near: Range<usize>) -> Option<Node> {
        let at = span(self.text, e.span()).unwrap_or(near);
        let (node, found) = self.node(e, at.clone())?;
        if found.fits(want) {
            return Some(node);
        }
        let ((want_en, want_de), (en, de)) = (want.words(), found.words());
        self.slip(
            at,
            text!(
                "{want_en} is needed here, and this is {en}",
                "hier muss {want_de} stehen, und das ist {de}"
            ),
            None,
        );
        None
    }

    fn differs(&mut self, a: Kind, b: Kind, at: Range<usize>) -> Found {
        let ((a_en, a_de), (b_en, b_de)) = (a.words(), b.words());
        self.slip(
            at,
            text!(
                "{a_en} and {b_en} cannot be compared or mixed",
                "{a_de} und {b_de} lassen sich nicht vergleichen oder mischen"
            ),
            None,
        );
        None
    }

    fn refuse(&mut self, at: Range<usize>, en: &str, de: &str) -> Found {
        self.slip(
            at,
            text!("{en} is not allowed", "{de} ist nicht erlaubt"),
            Some(allowed()),
        );
        None
    }
}

fn not(negated: bool, node: Node) -> Node {
    match negated {
        true => Node::Not(Box::new(node)),
        false => node,
    }
}

fn glob(pattern: &str) -> Vec<Glob> {
    let piece = |c| match c {
        '%' => Glob::Many,
        '_' => Glob::One,
        c => Glob::Char(c),
    };
    pattern.chars().map(piece).collect()
}

#[cfg(test)]
mod tests;
