//! The 105 canonical columns of a contact list, in twelve groups (`beleg explain columns`). Names are SQL identifiers
//! in policies; every column is read as text, and typed views are derived from it.

use crate::base::lang::Words;

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    Identity,
    Professional,
    Contact,
    Jurisdiction,
    Provenance,
    LawfulBasis,
    Consent,
    Objection,
    Transparency,
    Dnc,
    Retention,
    Minimisation,
}

impl Group {
    /// What people call it.
    pub const fn words(self) -> Words {
        let (en, de) = match self {
            Self::Identity => ("person", "Person"),
            Self::Professional => ("profession and employer", "Beruf und Arbeitgeber"),
            Self::Contact => ("ways to reach them", "Kontaktwege"),
            Self::Jurisdiction => ("country", "Land"),
            Self::Provenance => ("where the data come from", "Herkunft der Daten"),
            Self::LawfulBasis => ("lawful basis", "Rechtsgrundlage"),
            Self::Consent => ("consent", "Einwilligung"),
            Self::Objection => ("objection", "Widerspruch"),
            Self::Transparency => ("notice", "Information der Person"),
            Self::Dnc => ("registers against advertising", "Werbesperrverzeichnisse"),
            Self::Retention => ("erasure", "Löschung"),
            Self::Minimisation => ("what a list rarely needs", "was eine Liste selten braucht"),
        };
        Words { en, de }
    }

    /// Columns of these groups are never mapped by similarity alone, and never when two columns are possible:
    /// unmapped is better than wrong.
    pub fn is_provenance(self) -> bool {
        !matches!(
            self,
            Self::Identity
                | Self::Professional
                | Self::Contact
                | Self::Jurisdiction
                | Self::Minimisation
        )
    }
}

/// What the cells of a column are meant to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Text,
    Date,
    DateTime,
    YesNo,
    Number,
    /// A word of a closed list.
    Closed,
    /// Several words of a closed list.
    Set,
}

macro_rules! columns {
    ($($variant:ident $name:literal $group:ident $kind:ident;)*) => {
        /// A canonical column.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Column {
            $($variant,)*
        }

        impl Column {
            /// All columns, in the order of their groups.
            pub const ALL: &[Column] = &[$(Column::$variant),*];

            /// The SQL identifier.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            pub const fn group(self) -> Group {
                match self {
                    $(Self::$variant => Group::$group,)*
                }
            }

            pub const fn kind(self) -> Kind {
                match self {
                    $(Self::$variant => Kind::$kind,)*
                }
            }
        }
    };
}

columns! {
    RecordId "record_id" Identity Text;
    FullName "full_name" Identity Text;
    FirstName "first_name" Identity Text;
    MiddleName "middle_name" Identity Text;
    LastName "last_name" Identity Text;
    Salutation "salutation" Identity Text;
    AcademicTitle "academic_title" Identity Text;
    NameSuffix "name_suffix" Identity Text;
    JobTitle "job_title" Professional Text;
    Seniority "seniority" Professional Text;
    Department "department" Professional Text;
    JobFunction "job_function" Professional Text;
    JobStartDate "job_start_date" Professional Date;
    ProfileHeadline "profile_headline" Professional Text;
    CompanyName "company_name" Professional Text;
    CompanyId "company_id" Professional Text;
    CompanyRegistrationNo "company_registration_no" Professional Text;
    CompanyLegalForm "company_legal_form" Professional Text;
    CompanyDomain "company_domain" Professional Text;
    CompanyWebsite "company_website" Professional Text;
    CompanySize "company_size" Professional Text;
    CompanyRevenue "company_revenue" Professional Text;
    CompanyIndustry "company_industry" Professional Text;
    CompanyLinkedinUrl "company_linkedin_url" Professional Text;
    CompanyStreet "company_street" Professional Text;
    CompanyPostcode "company_postcode" Professional Text;
    CompanyCity "company_city" Professional Text;
    CompanyRegion "company_region" Professional Text;
    Email "email" Contact Text;
    EmailWork "email_work" Contact Text;
    EmailPersonal "email_personal" Contact Text;
    EmailStatus "email_status" Contact Text;
    EmailConfidence "email_confidence" Contact Number;
    EmailCatchAll "email_catch_all" Contact YesNo;
    EmailDomain "email_domain" Contact Text;
    Phone "phone" Contact Text;
    PhoneDirect "phone_direct" Contact Text;
    PhoneMobile "phone_mobile" Contact Text;
    PhoneHome "phone_home" Contact Text;
    PhoneType "phone_type" Contact Text;
    CompanyPhone "company_phone" Contact Text;
    Fax "fax" Contact Text;
    LinkedinUrl "linkedin_url" Contact Text;
    XingUrl "xing_url" Contact Text;
    SocialUrl "social_url" Contact Text;
    Street "street" Contact Text;
    Postcode "postcode" Contact Text;
    City "city" Contact Text;
    Region "region" Contact Text;
    Language "language" Contact Text;
    Country "country" Jurisdiction Text;
    CompanyCountry "company_country" Jurisdiction Text;
    Location "location" Jurisdiction Text;
    EuFlag "eu_flag" Jurisdiction YesNo;
    Source "source" Provenance Text;
    SourceType "source_type" Provenance Closed;
    SourceUrl "source_url" Provenance Text;
    ListName "list_name" Provenance Text;
    CollectedAt "collected_at" Provenance DateTime;
    CollectionMethod "collection_method" Provenance Closed;
    Controller "controller" Provenance Text;
    SupplierChain "supplier_chain" Provenance Text;
    EmailSource "email_source" Provenance Text;
    EmailVerifiedAt "email_verified_at" Provenance DateTime;
    LastVerifiedAt "last_verified_at" Provenance DateTime;
    LastUpdatedAt "last_updated_at" Provenance DateTime;
    RecordConfidence "record_confidence" Provenance Number;
    VendorRecordUrl "vendor_record_url" Provenance Text;
    LawfulBasis "lawful_basis" LawfulBasis Closed;
    LiaRef "lia_ref" LawfulBasis Text;
    ConsentStatus "consent_status" Consent Closed;
    ConsentAt "consent_at" Consent DateTime;
    ConsentMethod "consent_method" Consent Closed;
    ConsentTextId "consent_text_id" Consent Text;
    ConsentChannels "consent_channels" Consent Set;
    ConsentEmail "consent_email" Consent YesNo;
    ConsentPhone "consent_phone" Consent YesNo;
    ConsentSms "consent_sms" Consent YesNo;
    ConsentPost "consent_post" Consent YesNo;
    ConsentRecipients "consent_recipients" Consent Set;
    ConsentIp "consent_ip" Consent Text;
    ConsentUrl "consent_url" Consent Text;
    ConsentWithdrawnAt "consent_withdrawn_at" Consent DateTime;
    ObjectionStatus "objection_status" Objection YesNo;
    MarketingStatus "marketing_status" Objection Closed;
    Art14NoticeAt "art14_notice_at" Transparency DateTime;
    NoticeUrl "notice_url" Transparency Text;
    DncStatus "dnc_status" Dnc YesNo;
    DncRegister "dnc_register" Dnc Text;
    DncScreenedAt "dnc_screened_at" Dnc DateTime;
    RetentionUntil "retention_until" Retention Date;
    BirthDate "birth_date" Minimisation Date;
    Gender "gender" Minimisation Text;
    Nationality "nationality" Minimisation Text;
    MaritalStatus "marital_status" Minimisation Text;
    Religion "religion" Minimisation Text;
    Ethnicity "ethnicity" Minimisation Text;
    Health "health" Minimisation Text;
    Political "political" Minimisation Text;
    TradeUnion "trade_union" Minimisation Text;
    NationalId "national_id" Minimisation Text;
    BankAccount "bank_account" Minimisation Text;
    Salary "salary" Minimisation Text;
    Photo "photo" Minimisation Text;
    Education "education" Minimisation Text;
}

impl Column {
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.name() == name)
    }
}

impl serde::Serialize for Column {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.name())
    }
}

impl<'de> serde::Deserialize<'de> for Column {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let name = <std::borrow::Cow<'de, str>>::deserialize(d)?;
        Self::find(&name).ok_or_else(|| serde::de::Error::custom("no canonical column"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_105_and_each_is_found_by_its_name() {
        assert_eq!(Column::ALL.len(), 105);
        for c in Column::ALL {
            assert_eq!(Column::find(c.name()), Some(*c));
        }
    }
}
