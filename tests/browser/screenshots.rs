//! Pictures of every page, and the catalogue on paper, for people to look at. Only where `TOVHOLDER_SCREENSHOTS` names a folder for them.

use std::path::PathBuf;

use crate::harness::{Language, PAGES, journey};

/// A phone, a tablet, a laptop.
const SIZES: [(u32, u32); 3] = [(360, 740), (1024, 768), (1440, 900)];

#[tokio::test]
async fn pictures_of_every_page() {
    let Some(folder) = std::env::var_os("TOVHOLDER_SCREENSHOTS").map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    journey(|browser| async move {
        for language in [Language::Danish, Language::English] {
            for page in &PAGES {
                browser.visit(page, language).await;
                for (width, height) in SIZES {
                    let name = format!("{}-{width}x{height}-{}.png", page.name, language.code());
                    std::fs::write(folder.join(name), browser.picture(width, height).await)
                        .expect("a picture");
                }
                if page.name == "catalogue" {
                    let name = format!("{}-{}.pdf", page.name, language.code());
                    std::fs::write(folder.join(name), browser.printed().await).expect("a print");
                }
            }
        }
    })
    .await;
}
