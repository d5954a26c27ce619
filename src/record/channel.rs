//! The six ways to reach a person.

use serde::{Deserialize, Serialize};

use crate::base::lang::{Lang, Words};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    Email,
    Phone,
    Sms,
    AutoCall,
    Post,
    Social,
}

impl Channel {
    pub const ALL: [Channel; 6] = [
        Self::Email,
        Self::Phone,
        Self::Sms,
        Self::AutoCall,
        Self::Post,
        Self::Social,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Sms => "sms",
            Self::AutoCall => "auto-call",
            Self::Post => "post",
            Self::Social => "social",
        }
    }

    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.name() == name)
    }

    /// As people call it.
    pub const fn words(self, lang: Lang) -> &'static str {
        let words = match self {
            Self::Email => Words {
                en: "e-mail",
                de: "E-Mail",
            },
            Self::Phone => Words {
                en: "phone",
                de: "Telefon",
            },
            Self::Sms => Words {
                en: "SMS",
                de: "SMS",
            },
            Self::AutoCall => Words {
                en: "automatic call",
                de: "Automatenanruf",
            },
            Self::Post => Words {
                en: "post",
                de: "Post",
            },
            Self::Social => Words {
                en: "social",
                de: "soziale Netze",
            },
        };
        words.get(lang)
    }
}
