//! The table of contents of all checks.
//!
//! Adding one is a file and two words: `checks/<id>.rs` with [`check!`](crate::check), its `mod` line here, and its name
//! in `catalog!`. A check sorts every unit into exactly one of its bins, worst first; the last two are `illegible` and
//! `blank`. It knows no threshold, no severity, no law.
//!
//! `cells sort` names a row sorter ([`RowSorter`](crate::data::sorter::RowSorter)), `keys(KIND) sort` a key sorter
//! (`keys(KIND, BESIDE) sort` if it counts something beside the rows of a key), `papers sort` a sorter of documents,
//! buyer's file or delivery, which exists in every build.

use crate::record::check::Check;
use crate::record::papers::PaperSorter;

/// Declares the check of this file as `CHECK`, and how it is sorted as `SORT`.
#[macro_export]
macro_rules! check {
    (
        en { $(#[doc = $en:literal])* }
        de { $(#[doc = $de:literal])* }
        $id:literal { $($field:ident : $value:expr),* $(,)? }
        $($how:tt)*
    ) => {
        pub static CHECK: $crate::record::check::Check = $crate::record::check::Check {
            id: $id,
            page: $crate::base::lang::Words { en: concat!($($en, "\n"),*), de: concat!($($de, "\n"),*) },
            $($field: $value),*
        };
        $crate::sorted_by!($($how)*);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! sorted_by {
    (cells $sort:ident) => {
        #[cfg(feature = "engine")]
        pub const SORT: Option<$crate::data::sorter::Sorter> =
            Some($crate::data::sorter::Sorter::Row {
                check: &CHECK,
                sort: $sort,
            });
        pub const PAPERS: Option<$crate::record::papers::PaperSorter> = None;
    };
    (keys($kind:expr) $sort:ident) => {
        $crate::sorted_by!(@keys $kind, None, $sort);
    };
    (keys($kind:expr, $beside:expr) $sort:ident) => {
        $crate::sorted_by!(@keys $kind, Some($beside), $sort);
    };
    (@keys $kind:expr, $beside:expr, $sort:ident) => {
        #[cfg(feature = "engine")]
        pub const SORT: Option<$crate::data::sorter::Sorter> =
            Some($crate::data::sorter::Sorter::Key {
                check: &CHECK,
                kind: $kind,
                beside: $beside,
                sort: $sort,
            });
        pub const PAPERS: Option<$crate::record::papers::PaperSorter> = None;
    };
    (papers $sort:ident) => {
        #[cfg(feature = "engine")]
        pub const SORT: Option<$crate::data::sorter::Sorter> = None;
        pub const PAPERS: Option<$crate::record::papers::PaperSorter> = Some($sort);
    };
}

macro_rules! catalog {
    ($($name:ident),* $(,)?) => {
        /// Every check, in the order of this file.
        pub static CATALOGUE: &[&Check] = &[$(&$name::CHECK),*];

        const ALL_PAPERS: &[(&Check, Option<PaperSorter>)] = &[$((&$name::CHECK, $name::PAPERS)),*];

        #[cfg(feature = "engine")]
        const ALL_SORTERS: &[Option<crate::data::sorter::Sorter>] = &[$($name::SORT),*];
    };
}

/// Checks of documents, the buyer's file and the delivery, with their sorters.
pub fn papers() -> Vec<(&'static Check, PaperSorter)> {
    ALL_PAPERS
        .iter()
        .filter_map(|(c, s)| Some((*c, (*s)?)))
        .collect()
}

/// Sorters of rows and keys.
#[cfg(feature = "engine")]
pub fn sorters() -> Vec<crate::data::sorter::Sorter> {
    ALL_SORTERS.iter().filter_map(Clone::clone).collect()
}

mod basis_evidence;
mod basis_statement_scope;
mod basis_value_share;
mod buyer_file_age;
mod buyer_item;
mod buyer_notice_plan;
mod buyer_rights_route;
mod buyer_role;
mod buyer_scope;
mod claim_evidence;
mod collected_day_share;
mod collection_date;
mod collection_method;
mod column_kind;
mod column_mapping;
mod consent_after_register;
mod consent_age;
mod consent_auto_call;
mod consent_channels;
mod consent_date;
mod consent_email;
mod consent_form;
mod consent_incentive;
mod consent_method;
mod consent_order;
mod consent_partners;
mod consent_phone;
mod consent_recipients;
mod consent_record;
mod consent_second_share;
mod consent_sms;
mod consent_social;
mod consent_status;
mod consent_text;
mod contract_kind;
mod controller_kind;
mod country;
mod country_source;
mod declaration_signature;
mod declared_address_kinds;
mod declared_basis;
mod declared_countries;
mod declared_counts;
mod declared_notice;
mod declared_recipients;
mod delivery_digest;
mod dnc_register;
mod dnc_screening_age;
mod dnc_status;
mod document_age;
mod document_cover;
mod document_integrity;
mod document_kind;
mod eu_flag;
mod generated_addresses;
mod last_contact_age;
mod lawful_basis;
mod lia_alternatives;
mod lia_cover;
mod lia_safeguards;
mod lia_scope;
mod lia_steps;
mod mail_box;
mod mail_business_use;
mod mail_domain;
mod mail_exclusion;
mod mail_idn;
mod mail_impossible;
mod mail_long_local;
mod mail_match;
mod mail_mixed_script;
mod mail_name;
mod mail_nature;
mod mail_origin;
mod mail_pattern;
mod mail_person_domain;
mod mail_plus_tag;
mod mail_provider;
mod mail_reuse;
mod mail_role_word;
mod mail_status;
mod mail_syntax;
mod mail_trader;
mod mail_typo;
mod marketing_stop;
mod notice_before_contact;
mod notice_before_disclosure;
mod notice_day_share;
mod notice_elements;
mod notice_exemption;
mod notice_language;
mod notice_layer;
mod notice_route;
mod notice_timing;
mod notice_version;
mod number_directory;
mod objection_notice;
mod objection_status;
mod optout_latency;
mod optout_scope;
mod person_data;
mod phone_kind;
mod plan_auto_call;
mod plan_email;
mod plan_fit;
mod plan_phone;
mod plan_post;
mod plan_sms;
mod plan_social;
mod platform_visibility;
mod post_address;
mod post_exclusion;
mod presumed_consent_facts;
mod publication_evidence;
mod reappearance;
mod removal_match;
mod rescreen_plan;
mod role_relevance;
mod row_reading;
mod social_account;
mod source_chain;
mod source_evidence;
mod source_kind;
mod source_named;
mod source_purpose;
mod source_registered;
mod source_terms;
mod subscriber_kind;
mod suppression_match;
mod template_elements;
mod territory;
mod withdrawal_route;

catalog![
    country,
    mail_box,
    mail_domain,
    mail_syntax,
    mail_nature,
    mail_name,
    mail_status,
    mail_reuse,
    mail_match,
    mail_origin,
    mail_trader,
    mail_pattern,
    mail_plus_tag,
    mail_long_local,
    mail_idn,
    mail_mixed_script,
    mail_person_domain,
    mail_business_use,
    mail_role_word,
    mail_typo,
    mail_impossible,
    phone_kind,
    post_address,
    post_exclusion,
    number_directory,
    social_account,
    subscriber_kind,
    person_data,
    territory,
    country_source,
    eu_flag,
    source_named,
    source_kind,
    source_evidence,
    publication_evidence,
    collection_method,
    collection_date,
    lawful_basis,
    consent_email,
    consent_phone,
    consent_sms,
    consent_auto_call,
    consent_social,
    consent_channels,
    consent_recipients,
    objection_status,
    notice_timing,
    lia_cover,
    basis_evidence,
    consent_date,
    consent_age,
    consent_text,
    consent_status,
    consent_method,
    consent_order,
    consent_record,
    last_contact_age,
    dnc_screening_age,
    dnc_register,
    dnc_status,
    consent_after_register,
    mail_exclusion,
    document_kind,
    document_age,
    document_integrity,
    lia_steps,
    lia_scope,
    lia_alternatives,
    lia_safeguards,
    notice_elements,
    notice_layer,
    notice_route,
    objection_notice,
    optout_scope,
    optout_latency,
    withdrawal_route,
    marketing_stop,
    basis_statement_scope,
    contract_kind,
    document_cover,
    buyer_scope,
    buyer_item,
    buyer_file_age,
    template_elements,
    buyer_notice_plan,
    buyer_role,
    plan_fit,
    buyer_rights_route,
    rescreen_plan,
    plan_email,
    plan_phone,
    plan_sms,
    plan_auto_call,
    plan_post,
    plan_social,
    delivery_digest,
    row_reading,
    declared_counts,
    declared_countries,
    declared_address_kinds,
    declared_basis,
    declared_notice,
    declared_recipients,
    declaration_signature,
    claim_evidence,
    notice_exemption,
    column_mapping,
    column_kind,
    controller_kind,
    source_registered,
    collected_day_share,
    platform_visibility,
    mail_provider,
    suppression_match,
    role_relevance,
    reappearance,
    removal_match,
    presumed_consent_facts,
    notice_before_contact,
    notice_before_disclosure,
    notice_language,
    notice_version,
    source_chain,
    source_terms,
    source_purpose,
    basis_value_share,
    consent_form,
    consent_incentive,
    consent_second_share,
    consent_partners,
    notice_day_share,
    generated_addresses,
];

#[cfg(test)]
mod tests;
