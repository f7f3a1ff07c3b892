//! The design system's header: the product, the municipality, the language, who is signed in, the navigation.

use leptos::html;
use leptos::prelude::*;

use super::account_menu::AccountMenu;
use super::language_switch::LanguageSwitch;
use super::menu::Menu;
use super::municipality_switch::MunicipalitySwitch;
use super::navigation::{Navigation, Place};
use crate::directory::here::use_here;
use crate::ui::icon::{Icon, icon};
use crate::{routes, text};

/// The header, with a menu in a drawer where there is no room for the navigation.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let here = use_here();
    let drawer = NodeRef::<html::Dialog>::new();
    let open_menu = move |_| {
        if let Some(drawer) = drawer.get() {
            let _ = drawer.show_modal();
        }
    };
    let home =
        move || if here.is_somewhere() { routes::start(&here.slug()) } else { routes::CHOOSE.to_owned() };
    view! {
        <header class="header">
            <div class="solution-info">
                <div class="solution-info-inner container">
                    <div class="solution-heading">
                        <a href=home>"Tovholder"</a>
                        <Show when=move || here.is_somewhere()>
                            <MunicipalitySwitch/>
                        </Show>
                    </div>
                    <div class="header-tools">
                        <LanguageSwitch/>
                        <AccountMenu/>
                        <Show when=move || here.is_somewhere()>
                            <button
                                type="button"
                                class="function-link button-menu-open"
                                aria-haspopup="dialog"
                                on:click=open_menu
                            >
                                {icon(Icon::Menu)}
                                <span>{text!(shell.menu)}</span>
                            </button>
                        </Show>
                    </div>
                </div>
            </div>
            <Show when=move || here.is_somewhere()>
                <div class="navigation-menu">
                    <div class="navigation-menu-inner container">
                        <nav class="nav" aria-label=text!(shell.main_menu)>
                            <Navigation place=Place::Header/>
                        </nav>
                    </div>
                </div>
                <Menu drawer=drawer/>
            </Show>
        </header>
    }
}
