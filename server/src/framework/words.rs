//! What sections, registers, levels and the states of agreements are called where the service itself writes: in mails
//! and on printed pages.

use entity::framework::values::{Level, Register, Section};

use crate::directory::catalogue::Language;

fn either(language: Language, danish: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Danish => danish,
        Language::English => english,
    }
}

/// What a section is called.
pub(crate) fn section(section: Section, language: Language) -> &'static str {
    let (danish, english) = match section {
        Section::TargetGroup => ("Målgruppe og samarbejdspartnere", "Target group and partners"),
        Section::Organisation => ("Organisering af indsatsen", "Organisation of the effort"),
        Section::Communication => ("Kommunikation", "Communication"),
        Section::Plans => ("Planer og arbejdsredskaber", "Plans and working tools"),
        Section::Directory => ("Tilbudsoversigt", "The service directory"),
        Section::Dissemination => ("Formidling og opdatering", "Dissemination and updating"),
    };
    either(language, danish, english)
}

/// What a register is called.
pub(crate) fn register(register: Register, language: Language) -> &'static str {
    let (danish, english) = match register {
        Register::PopulationFigure => ("Målgruppens størrelse", "Size of the target group"),
        Register::ExpectedIntake => ("Forventet tilgang", "Expected intake"),
        Register::SupportFigure => ("Hjælp efter lovgivningen", "Support under the law"),
        Register::Partner => ("Samarbejdspartnere", "Partners"),
        Register::Outreach => ("Opsøgende indsatser", "Outreach efforts"),
        Register::Forum => ("Mødefora", "Forums"),
        Register::Pathway => ("Veje gennem indsatsen", "Pathways"),
        Register::Agreement => ("Samarbejdsaftaler", "Agreements"),
        Register::CoordinatingFunction => ("Koordinerende funktioner", "Coordinating functions"),
        Register::Channel => ("Informationskanaler", "Channels of information"),
        Register::CitizenPlan => ("Planer for borgeren", "Plans for the citizen"),
        Register::Tool => ("Redskaber og skabeloner", "Tools and templates"),
        Register::Dissemination => ("Formidling", "Dissemination"),
    };
    either(language, danish, english)
}

/// What a level is called.
pub(crate) fn level(level: Level, language: Language) -> &'static str {
    let (danish, english) = match level {
        Level::Municipal => ("Internt i kommunen", "Within the municipality"),
        Level::Mixed => {
            ("Mellem kommunen og private eller frivillige", "Between the municipality and others")
        }
        Level::Voluntary => ("Mellem private og frivillige", "Among private and voluntary organisations"),
        Level::Citizen => ("Med borgeren", "With the citizen"),
    };
    either(language, danish, english)
}
