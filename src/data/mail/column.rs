//! The addresses of a column, some at a time: what is asked of memory for one is on its way while others are read.

use super::intern::{Host, Known};
use super::mailbox::{self, Mailbox};
use super::plain::Plain;
use super::{Domain, Mail, Syntax};

/// Addresses that wait for memory together.
const TOGETHER: usize = 32;

/// What an address shows before its domain is known.
#[derive(Clone, Copy)]
enum Glance {
    Plain {
        mailbox: Mailbox,
        function_word: bool,
        at: u8,
    },
    Other,
}

/// Sorts every text as [`Mail::of`] does, its slow twin.
pub fn sort<'t>(
    mut texts: impl Iterator<Item = &'t str>,
    known: &mut Known,
    mut each: impl FnMut(&'t str, Mail),
) {
    let mut tidy = String::new();
    let mut last = ("", Domain::NONE);
    let mut rows = [""; TOGETHER];
    let mut plain = [const { Plain::new() }; TOGETHER];
    let mut hosts = [Host::default(); TOGETHER];
    let mut glances = [Glance::Other; TOGETHER];
    loop {
        let mut read = 0;
        for ((row, plain), text) in rows.iter_mut().zip(&mut plain).zip(&mut texts) {
            *row = text;
            plain.take(text.as_bytes());
            read += 1;
        }
        let seen = plain[..read].iter_mut().zip(&mut hosts);
        for ((plain, host), glance) in seen.zip(&mut glances) {
            *glance = Glance::Other;
            if plain.read() {
                let (bytes, length) = plain.host();
                *host = known.host(bytes, length);
                let (mailbox, function_word) = mailbox::decide_plain(plain);
                *glance = Glance::Plain {
                    mailbox,
                    function_word,
                    at: plain.at() as u8,
                };
            }
        }
        // nothing depends on the number, but it must be worked out
        let touched = hosts[..read].iter().map(|host| known.warm(host));
        std::hint::black_box(touched.fold(0, |sum, word| sum ^ word));
        for ((text, host), glance) in rows[..read].iter().zip(&hosts).zip(&glances) {
            let mail = match *glance {
                Glance::Plain {
                    mailbox,
                    function_word,
                    at,
                } => {
                    let domain = known.find(host);
                    Mail {
                        syntax: Syntax::Valid,
                        domain,
                        mailbox: mailbox.under(domain),
                        almost_function: false,
                        function_word,
                        at,
                    }
                }
                Glance::Other => Mail::of(text, known, &mut last, &mut tidy),
            };
            each(text, mail);
        }
        if read < TOGETHER {
            return;
        }
    }
}
