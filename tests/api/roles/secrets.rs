//! Words that would give something away, and who may read them in any answer to any question about the municipality.

use super::Who;
use super::Who::{Administrator, Leader, Partner, Professional, Steering, Stranger};

/// A contact for those with a role here.
pub const HIDDEN: &str = "Hemmelia Quaxelmann";
pub const HIDDEN_PHONE: &str = "+4599887702";
pub const HIDDEN_EMAIL: &str = "hemmelia@skygge.example";
/// Somebody with a role here; their mail address begins like this.
pub const MEMBER: &str = "Medlemskanarie";
pub const MEMBER_EMAIL: &str = "medlemskanarie-";
/// Where they are signed in.
pub const BROWSER: &str = "Browserkanarie/1.0";
/// What was proposed, and reported.
pub const BY_PARTNER: &str = "kanarie-fra-partner";
pub const BY_PROFESSIONAL: &str = "kanarie-fra-fagperson";
pub const REPORT: &str = "kanarie-fra-gaest";
pub const REPORTER: &str = "gaest@kanarie.example";
/// A file that was sent in.
pub const FILE: &str = "kanarie-fil.csv";
/// What is written in the framework.
pub const DRAFT: &str = "kanarie-i-udkast";
/// The municipality's own word.
pub const CONCEPT: &str = "zyxelkanarie";
/// A plan for those with a role here.
pub const PLAN: &str = "kanarie-i-plan";
/// An entry of the log.
pub const LOG: &str = "kanarie-i-log";
/// A mail.
pub const LETTER: &str = "kanarie-i-brev";
pub const RECIPIENT: &str = "brev@kanarie.example";
/// What belongs to another municipality.
pub const FOREIGN: &str = "Fremmedkanarie";

const ROLES_HERE: &[Who] = &[Partner, Professional, Steering, Leader];
const LOOKING_AFTER: &[Who] = &[Leader, Administrator];

/// Each with those who may read it.
const SECRETS: [(&str, &[Who]); 17] = [
    (HIDDEN, ROLES_HERE),
    (HIDDEN_PHONE, ROLES_HERE),
    (HIDDEN_EMAIL, ROLES_HERE),
    (MEMBER_EMAIL, LOOKING_AFTER),
    (BROWSER, LOOKING_AFTER),
    (BY_PARTNER, &[Partner, Leader]),
    (BY_PROFESSIONAL, &[Professional, Leader]),
    (REPORT, &[Leader]),
    (REPORTER, &[Leader]),
    (DRAFT, ROLES_HERE),
    (FILE, &[Leader]),
    (CONCEPT, &[Leader]),
    // The audit log tells what was changed to whoever looks after the installation.
    (PLAN, &[Partner, Professional, Steering, Leader, Administrator]),
    (LOG, LOOKING_AFTER),
    (LETTER, &[]),
    (RECIPIENT, &[]),
    (FOREIGN, &[Administrator, Stranger]),
];

/// The first secret that an answer gives away to somebody whom it is not for.
pub fn given_away(answer: &str, who: Who) -> Option<&'static str> {
    let found = SECRETS.iter().find(|(secret, may)| !may.contains(&who) && answer.contains(secret));
    found.map(|(secret, _)| *secret)
}

/// The secrets that an answer holds.
pub fn told(answer: &str) -> Vec<&'static str> {
    SECRETS.iter().map(|(secret, _)| *secret).filter(|secret| answer.contains(secret)).collect()
}

/// All that may be read by somebody.
pub fn readable_by(who: Who) -> Vec<&'static str> {
    SECRETS.iter().filter(|(_, may)| may.contains(&who)).map(|(secret, _)| *secret).collect()
}
