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
        Register::SupportFigure => ("Hvor mange får hvilken hjælp", "How many get what help"),
        Register::Partner => ("Samarbejdspartnere", "Partners"),
        Register::Outreach => ("Opsøgende indsatser", "Outreach efforts"),
        Register::Forum => ("Mødefora", "Standing forums"),
        Register::Pathway => ("Veje fra den ene til den anden", "Pathways"),
        Register::Agreement => ("Samarbejdsaftaler", "Agreements"),
        Register::CoordinatingFunction => ("Koordinerende funktioner", "Coordinating functions"),
        Register::Channel => ("Sådan når vi hinanden", "How we reach each other"),
        Register::CitizenPlan => ("Borgernes planer", "Citizens' plans"),
        Register::Tool => ("Redskaber og skabeloner", "Tools and templates"),
        Register::Dissemination => ("Sådan bliver rammen kendt", "How the framework gets known"),
    };
    either(language, danish, english)
}

/// What a level is called.
pub(crate) fn level(level: Level, language: Language) -> &'static str {
    let (danish, english) = match level {
        Level::Municipal => ("I kommunen", "Within the municipality"),
        Level::Mixed => ("Kommunen og andre", "The municipality and others"),
        Level::Voluntary => ("Frivillige og private imellem", "Among voluntary and private"),
        Level::Citizen => ("Med borgeren", "With the citizen"),
    };
    either(language, danish, english)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// The app's words for registers and levels, by their keys.
    fn on_the_screen(language: Language) -> BTreeMap<String, String> {
        let json = match language {
            Language::Danish => include_str!("../../../web/locales/da/register.json"),
            Language::English => include_str!("../../../web/locales/en/register.json"),
        };
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn mails_and_printed_pages_call_things_as_the_screen_does() {
        let registers = [
            (Register::PopulationFigure, "population"),
            (Register::ExpectedIntake, "intake"),
            (Register::SupportFigure, "support"),
            (Register::Partner, "partners"),
            (Register::Outreach, "outreach"),
            (Register::Forum, "forums"),
            (Register::Pathway, "pathways"),
            (Register::Agreement, "agreements"),
            (Register::CoordinatingFunction, "coordinating"),
            (Register::Channel, "channels"),
            (Register::CitizenPlan, "citizen_plans"),
            (Register::Tool, "tools"),
            (Register::Dissemination, "dissemination"),
        ];
        let levels = [
            (Level::Municipal, "level_municipal"),
            (Level::Mixed, "level_mixed"),
            (Level::Voluntary, "level_voluntary"),
            (Level::Citizen, "level_citizen"),
        ];
        for language in [Language::Danish, Language::English] {
            let screen = on_the_screen(language);
            for (one, key) in registers {
                assert_eq!(register(one, language), screen[key]);
            }
            for (one, key) in levels {
                assert_eq!(level(one, language), screen[key]);
            }
        }
    }
}
