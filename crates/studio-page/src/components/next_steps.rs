//! What to do with a saved site.

use leptos::prelude::*;

use super::button::button;

use crate::browser;

/// A way to publish a site.
struct Way {
    title: &'static str,
    /// Whom it suits.
    suits: &'static str,
    /// The name of its picture.
    picture: &'static str,
    steps: &'static [&'static str],
}

/// The ways, the easiest first. What is said of hosts is from docs/deploy.md.
const WAYS: [Way; 5] = [
    Way {
        title: "Netlify Drop",
        suits: "The quickest: the site is on the web within a minute.",
        picture: "drop",
        steps: &[
            "Unpack the ZIP: double-click it, or choose “Extract all”.",
            "Open app.netlify.com/drop in your browser.",
            "Drag the unpacked folder onto that page. You see the address of the site at once.",
            "Make a free account there, so that the site stays and you can change its name.",
            "Later: save again here, and drag the new folder onto the page “Deploys” of the same site.",
        ],
    },
    Way {
        title: "Cloudflare Pages",
        suits: "Free and fast everywhere; up to 1,000 files, which is about 140 messages.",
        picture: "drop",
        steps: &[
            "Make a free account at dash.cloudflare.com.",
            "Under “Workers & Pages”, choose to create a project of “Pages” by uploading files.",
            "Give the project a name, and drag the ZIP onto the field.",
            "Choose “Deploy site”. The address is shown: your name, and then .pages.dev.",
        ],
    },
    Way {
        title: "GitHub Pages",
        suits: "Free, and every version is kept. No program is needed, only the web page of GitHub.",
        picture: "upload",
        steps: &[
            "Unpack the ZIP. Make a free account at github.com, and a new public repository.",
            "Choose “Add file”, then “Upload files”, and drag what is in the unpacked folder onto the page: the \
             files and folders, not the folder itself. GitHub takes up to 100 files at a time: drag the folder “m” \
             in several parts.",
            "Choose “Commit changes”.",
            "Under “Settings”, then “Pages”, choose the branch “main” and “Save”. After a minute, the address is \
             shown there.",
            "Write this address under “Title, place, colours” here, save again, and upload the new files over the \
             old ones: then chat applications show pictures.",
        ],
    },
    Way {
        title: "The web space of your organisation",
        suits: "If your organisation has a website, it can have the site as a folder, such as /messages/.",
        picture: "upload",
        steps: &[
            "Ask whoever looks after the website for the FTP or SFTP access: a server, a name and a password.",
            "Unpack the ZIP, and rename the folder to how the address is to end, such as “messages”.",
            "Connect with a program such as FileZilla or Cyberduck, and drag the folder into the one that holds the \
             website, often called “htdocs”, “www” or “public_html”.",
            "Open the address of the website with /messages/ at its end.",
        ],
    },
    Way {
        title: "A USB stick or an e-mail",
        suits: "Without any web host: the site works when it is opened from a folder.",
        picture: "stick",
        steps: &[
            "Unpack the ZIP onto the stick.",
            "Double-click “index.html” in the folder. The site opens in the browser, with search and map.",
            "To pass it on by e-mail, send the ZIP, and ask to unpack it first.",
        ],
    },
];

/// The ways to publish a site, each in numbered steps, for the screen and for paper.
#[component]
pub fn NextSteps() -> impl IntoView {
    let pictures =
        browser::assets().map(|assets| [&assets, "/pictures/"].concat()).unwrap_or_default();
    let way = |Way { title, suits, picture, steps }: Way| {
        let source = [&pictures, picture, ".svg"].concat();
        view! {
            <details class="way" name="way">
                <summary>
                    <img src=source alt="" width="96" height="64"/>
                    <span><strong>{title}</strong><br/>{suits}</span>
                </summary>
                <ol>{steps.iter().map(|step| view! { <li>{*step}</li> }).collect_view()}</ol>
            </details>
        }
    };
    view! {
        <section class="next-steps" aria-labelledby="next-steps-title">
            <h3 id="next-steps-title">"What to do next"</h3>
            {WAYS.map(way).collect_view()}
            <div class="actions">
                {button("outlined", "Print these steps", browser::print)}
                <form method="dialog"><button class="strong">"Close"</button></form>
            </div>
        </section>
    }
}
