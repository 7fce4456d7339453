//! Countries and languages by the names that people write: the right one, or a question.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test is to stop where it fails"
)]

use proptest::prelude::*;
use solidarity_core::places::{Country, Region};
use solidarity_exchange::check::{Checked, Finding, Severity, check};
use solidarity_exchange::country_names::{Named, known_as, read};
use solidarity_exchange::languages::{self, Language};
use solidarity_exchange::{Columns, Source, folded, import_file};

fn country(code: &str) -> &'static Country {
    Country::from_code(code).unwrap_or_else(|| panic!("{code} is no code"))
}

fn countries(codes: &str) -> Vec<&'static Country> {
    codes.split_whitespace().map(country).collect()
}

/// A short form for reports.
fn said(named: &Named) -> String {
    match named {
        Named::Country(country) => country.code.to_owned(),
        Named::Unknown { nearest } => {
            format!("unknown, {:?}", nearest.iter().map(|country| country.code).collect::<Vec<_>>())
        }
        other => format!("{other:?}"),
    }
}

/// Lines of `CODE name|name` as pairs.
fn names(lines: &str) -> impl Iterator<Item = (&str, &str)> {
    lines.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| {
        let (code, names) = line.split_once(' ').expect("a code and names");
        names.split('|').map(move |name| (code, name))
    })
}

#[track_caller]
fn all_mean(lines: &str) {
    let wrong: Vec<_> = names(lines)
        .map(|(code, name)| (name, code, read(name)))
        .filter(|(_, code, named)| *named != Named::Country(country(code)))
        .map(|(name, code, named)| format!("{name}: {code}, {}", said(&named)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_country_goes_by_its_codes_and_the_names_of_iso_3166() {
    for country in Country::all() {
        let iso = rust_iso3166::from_alpha2(country.code);
        for name in iso.into_iter().flat_map(|iso| [iso.alpha2, iso.alpha3, iso.name]) {
            let expected = if name == "Congo" {
                Named::Ambiguous(countries("CD CG"), None)
            } else {
                Named::Country(country)
            };
            assert_eq!(read(name), expected, "{name}");
            assert_eq!(read(&name.to_uppercase()), expected, "{name}");
        }
        if !["Congo", "Saint Martin"].contains(&country.name) {
            assert_eq!(known_as(country.name), Some(country));
        }
    }
}

#[test]
fn countries_go_by_their_official_short_and_former_names() {
    all_mean(
        "AE UAE|U.A.E.|United Arab Emirates
         BA Bosnia|Bosnia & Herzegovina|Bosnia and Herzegovina|Bosnia-Herzegovina
         BF Upper Volta|Burkina Faso
         BO Plurinational State of Bolivia|Bolivia (Plurinational State of)|Bolivia, Plurinational State of
         BS Bahamas, The|The Bahamas
         CD DRC|Democratic Republic of the Congo|Congo, Dem. Rep.|Congo (the Democratic Republic of the)|Zaire|Zaïre|Congo-Kinshasa|DR Congo|D.R. Congo|Congo, DR
         CG Republic of the Congo|Congo, Rep.|Congo-Brazzaville|Congo (Brazzaville)|Republic of Congo|The Republic of the Congo
         CI Cote dIvoire|Côte d’Ivoire|Ivory Coast|Côte d'Ivoire|COTE D'IVOIRE
         CN China|PRC|P.R.C.|P.R. China|People's Republic of China
         CZ Czechia|Czech Republic|The Czech Republic|Czech Rep.
         DE Deutschland|Bundesrepublik Deutschland|Federal Republic of Germany|Germany (Deutschland)
         DM Dominica|Commonwealth of Dominica
         DO Dominican Republic|The Dominican Republic
         ES España|Kingdom of Spain|Spain|ESPAÑA|Espana
         GB UK|U.K.|uk|GB|Great Britain|United Kingdom|The United Kingdom|Britain
         GE Georgia|Republic of Georgia
         GM The Gambia|Gambia, The|Gambia
         GN Guinea|Republic of Guinea
         GR EL|Greece|Hellenic Republic|Ελλάδα|ΕΛΛΑΔΑ|Hellas
         GW Guinea-Bissau|Guinea Bissau
         IE Ireland|Republic of Ireland|Éire
         IR Islamic Republic of Iran|Iran, Islamic Republic of|Iran (Islamic Republic of)|Iran
         JE Jersey
         KN St Kitts & Nevis|St. Kitts and Nevis|Saint Kitts and Nevis
         KP North Korea|N Korea|N. Korea|Korea, North|DPRK|D.P.R.K.|Democratic People’s Republic of Korea|Korea (the Democratic People's Republic of)|Korea, Dem. People's Rep.
         KR South Korea|S Korea|S. Korea|S.Korea|Korea, South|Korea, Republic of|Republic of Korea|Korea, Rep.|ROK
         LA Laos|Lao PDR|Lao People's Democratic Republic
         LC St Lucia|St. Lucia|Saint Lucia|ST. LUCIA
         LK Ceylon|Sri Lanka|Srilanka
         MD Moldova|Republic of Moldova|Moldova, Republic of
         MK Macedonia|FYROM|North Macedonia|N. Macedonia|Macedonia, FYR
         MM Burma|Myanmar|Myanmar (Burma)|Republic of the Union of Myanmar
         NE Niger
         NG Nigeria|Federal Republic of Nigeria
         NL The Netherlands|Netherlands, The|Netherlands|Holland|Netherlands (the)|Kingdom of the Netherlands
         NZ Aotearoa|New Zealand|Aotearoa New Zealand|Aotearoa/New Zealand
         PG Papua New Guinea|PNG|Papua-New Guinea
         PS Palestine|State of Palestine|Palestine, State of|Palestinian Territories|Gaza|West Bank and Gaza
         RU Russia|Russian Federation|Россия|россия
         SD Sudan|The Sudan
         SS South Sudan|S. Sudan
         SY Syria|Syrian Arab Republic
         SZ Swaziland|eSwatini|Eswatini
         TR Türkiye|Turkey|Turkiye|TÜRKİYE|türkiye|Republic of Türkiye
         TT Trinidad|Trinidad & Tobago|Trinidad and Tobago|Trinidad Tobago
         TW Taiwan|Republic of China|Taiwan (Republic of China)|Chinese Taipei|Taiwan, China
         TZ Tanzania|United Republic of Tanzania|Tanzania, United Republic of
         US USA|U.S.|U.S.A.|U. S. A.|US|United States|United States of America|the United States|The USA|EE.UU.|Estados Unidos
         VA Vatican|Holy See|Vatican City
         VE Venezuela (Bolivarian Republic of)|Venezuela, RB
         VN Viet Nam|Vietnam|Viet-Nam|Việt Nam|Socialist Republic of Vietnam
         WS Samoa|Western Samoa
         AS American Samoa
         XK Kosovo|Kosova
         HK Hong Kong|Hong Kong SAR, China|Hongkong
         MO Macau|Macao
         EH Western Sahara|W. Sahara
         PR Puerto Rico
         ZA South Africa|S. Africa|RSA|Republic of South Africa
         FM Micronesia|Federated States of Micronesia|Micronesia (Federated States of)
         FR French Republic|France|Frankreich|Francia
         SK Slovak Republic|Slovakia
         SI Slovenia|Slovenija",
    );
}

#[test]
fn countries_go_by_the_names_of_the_united_nations_and_of_tables_of_statistics() {
    all_mean(LISTED);
}

const LISTED: &str = "
    AD Principality of Andorra
    AE the United Arab Emirates|U. A. E.
    AF Islamic Republic of Afghanistan|Islamic Emirate of Afghanistan
    AG Antigua & Barbuda|Antigua/Barbuda
    AL Republic of Albania
    AM Republic of Armenia|Hayastan
    AO Republic of Angola
    AR Argentine Republic
    AT Republic of Austria
    AU Commonwealth of Australia|Aus|AUS
    AX Aland
    AZ Republic of Azerbaijan
    BA Bosnia-Herzegovina|Bosnia & Hercegovina|BiH|Bosna i Hercegovina|Bosnia Herzegovina
    BD People's Republic of Bangladesh
    BE Kingdom of Belgium|Belgique/België|Belgique / België / Belgien
    BF Burkina|Burkina-Faso
    BG Republic of Bulgaria
    BH Kingdom of Bahrain
    BI Republic of Burundi
    BJ Republic of Benin
    BL St. Barts|Saint Barthelemy
    BN Nation of Brunei, the Abode of Peace
    BO Plurinational State of Bolivia
    BQ Bonaire, Sint Eustatius and Saba
    BR Federative Republic of Brazil
    BS Commonwealth of the Bahamas
    BT Kingdom of Bhutan|Druk Yul
    BW Republic of Botswana
    BY Republic of Belarus
    CD Democratic Republic of the Congo|Congo, Democratic Republic of the|Congo, The Democratic Republic of the|Congo (DRC)|Congo, D.R.|Dem Rep Congo|Congo, Democratic Republic
    CF Central African Republic|Central African Rep.|CAR
    CG Republic of the Congo|Congo, Republic of the|Congo, Republic of|Congo (Rep.)|Congo Brazzaville
    CH Swiss Confederation|Switzerland (CH)|Schweiz / Suisse / Svizzera|Suisse
    CI Republic of Côte d'Ivoire|Cote D`Ivoire|Cote-d'Ivoire
    CK Cook Islands
    CL Republic of Chile
    CM Republic of Cameroon
    CN People’s Republic of China|Zhongguo|P.R.China|China (PRC)|China PR|Chine
    CO Republic of Colombia
    CR Republic of Costa Rica
    CU Republic of Cuba
    CV Republic of Cabo Verde|Cape Verde
    CY Republic of Cyprus
    CZ Czech Republic|Česko|Cesko|Česká republika
    DE Federal Republic of Germany|Allemagne|Deutschland (Germany)|Germany/Deutschland
    DJ Republic of Djibouti
    DK Kingdom of Denmark
    DM Commonwealth of Dominica
    DO Dominican Republic|Dominican Rep
    DZ People's Democratic Republic of Algeria|Algérie
    EC Republic of Ecuador
    EE Republic of Estonia
    EG Arab Republic of Egypt|Misr
    ER the State of Eritrea
    ES Kingdom of Spain|Espanya
    ET Federal Democratic Republic of Ethiopia|Ityopya
    FI Republic of Finland|Suomi/Finland|Suomi / Finland
    FJ Republic of Fiji
    FK Falkland Islands (Malvinas)
    FM Federated States of Micronesia|Micronesia, Federated States of
    FO Faroe Islands
    FR French Republic
    GA Gabonese Republic
    GB United Kingdom of Great Britain and Northern Ireland|United Kingdom (UK)|UK (United Kingdom)|Gt Britain|Gt. Britain|Royaume-Uni|Reino Unido|Regno Unito
    GE Sakartvelo
    GF French Guiana
    GG Guernsey
    GH Republic of Ghana
    GL Greenland|Kalaallit Nunaat
    GM Republic of the Gambia
    GN Republic of Guinea
    GP Guadeloupe
    GQ Republic of Equatorial Guinea|Equatorial Guinea
    GR Hellenic Republic
    GS South Georgia and the South Sandwich Islands
    GT Republic of Guatemala
    GU Guam
    GW Republic of Guinea-Bissau
    GY Co-operative Republic of Guyana
    HK Hong Kong (China)|Hong Kong S.A.R.
    HM Heard Island and McDonald Islands
    HN Republic of Honduras
    HR Republic of Croatia
    HT Republic of Haiti
    HU Republic of Hungary|Magyarország
    ID Republic of Indonesia
    IE Éire/Ireland|Ireland, Republic of
    IL State of Israel
    IM Isle of Man
    IN Republic of India|Bhārat|India 🇮🇳
    IO British Indian Ocean Territory
    IQ Republic of Iraq
    IR Islamic Republic of Iran|I.R. Iran|Iran, I.R.
    IS Republic of Iceland
    IT Republic of Italy
    JO Hashemite Kingdom of Jordan
    JP State of Japan|Nippon
    KE Republic of Kenya
    KG Kyrgyz Republic
    KH Kingdom of Cambodia
    KI Republic of Kiribati
    KM Union of the Comoros|The Comoros
    KN Federation of Saint Kitts and Nevis|Saint Christopher and Nevis
    KP Korea, Democratic People's Republic of|Korea DPR|North-Korea|Nth Korea|korea (democratic people’s republic of)
    KR Republic of Korea|South-Korea|Sth Korea|Korea Republic|Republic Of Korea (South)|the Republic of Korea|Hanguk
    KW State of Kuwait
    KY Cayman Is
    KZ Republic of Kazakhstan
    LA Lao People’s Democratic Republic
    LB Lebanese Republic|Lubnan
    LI Principality of Liechtenstein
    LK Democratic Socialist Republic of Sri Lanka|Sri-Lanka
    LR Republic of Liberia
    LS Kingdom of Lesotho
    LT Republic of Lithuania
    LU Grand Duchy of Luxembourg
    LV Republic of Latvia
    LY State of Libya|Libya, State of
    MA Kingdom of Morocco|Maroc|Al Maghrib
    MC Principality of Monaco
    MD Republic of Moldova
    ME Republic of Montenegro
    MF Saint-Martin (France)
    MG Republic of Madagascar
    MH Republic of the Marshall Islands|Marshall Is.
    MK Republic of North Macedonia|Macedonia (FYROM)|North Macedonia, Republic of
    ML Republic of Mali
    MM Republic of the Union of Myanmar|Myanmar (formerly Burma)
    MN State of Mongolia
    MO Macau SAR China
    MQ Martinique
    MR Islamic Republic of Mauritania
    MT Republic of Malta
    MU Republic of Mauritius
    MV Republic of Maldives|The Maldives
    MW Republic of Malawi
    MX United Mexican States
    MZ Republic of Mozambique
    NA Republic of Namibia
    NC New Caledonia
    NE Republic of the Niger
    NG Federal Republic of Nigeria
    NI Republic of Nicaragua
    NL Kingdom of the Netherlands
    NO Kingdom of Norway
    NP Federal Democratic Republic of Nepal
    NR Republic of Nauru
    NU Niue
    NZ Aotearoa (New Zealand)|NZ|N. Z.
    OM Sultanate of Oman
    PA Republic of Panama
    PE Republic of Peru
    PF French Polynesia
    PG Independent State of Papua New Guinea|Papua NG
    PH Republic of the Philippines|The Philippines|Pilipinas
    PK Islamic Republic of Pakistan
    PL Republic of Poland|Rzeczpospolita Polska
    PM St Pierre & Miquelon
    PS State of Palestine|Palestine 🇵🇸|Occupied Palestine|Palestine (Gaza)|Gaza, Palestine|West Bank, Palestine
    PT Portuguese Republic
    PW Republic of Palau
    PY Republic of Paraguay
    QA State of Qatar
    RE Réunion|La Réunion
    RS Republic of Serbia
    RU Russian Federation|Rossiya|Rusia|Rossija
    RW Republic of Rwanda
    SA Kingdom of Saudi Arabia
    SB Solomon Is.
    SC Republic of Seychelles
    SD Republic of the Sudan
    SE Kingdom of Sweden
    SG Republic of Singapore
    SH Saint Helena, Ascension and Tristan da Cunha|St. Helena
    SI Republic of Slovenia
    SK Slovak Republic|Slovensko
    SL Republic of Sierra Leone|Sierra-Leone
    SM Republic of San Marino
    SN Republic of Senegal|Sénégal
    SO Federal Republic of Somalia
    SR Republic of Suriname
    SS Republic of South Sudan
    ST Democratic Republic of São Tomé and Príncipe|Sao Tome & Principe
    SV Republic of El Salvador
    SX Sint Maarten
    SY Syrian Arab Republic
    SZ Kingdom of Eswatini|Eswatini (Swaziland)|Eswatini (formerly Swaziland)
    TC Turks & Caicos|Turks and Caicos
    TD Republic of Chad
    TF French Southern Territories
    TG Togolese Republic
    TH Kingdom of Thailand|Prathet Thai
    TJ Republic of Tajikistan
    TL Democratic Republic of Timor-Leste|Timor Leste|Timor-Leste (East Timor)
    TN Republic of Tunisia|Tunisie
    TO Kingdom of Tonga
    TR Republic of Türkiye|Türkei|Turquie|Turquía
    TT Republic of Trinidad and Tobago|Trinidad/Tobago
    TW Republic of China
    TZ United Republic of Tanzania
    UA Ukraina|Ukraine (UA)
    UG Republic of Uganda
    UM United States Minor Outlying Islands
    US the United States of America|United States (USA)|USA (United States)|U.S.A|U S A|The United States of America (USA)|Estados Unidos (EE. UU.)|EE.UU|Etats-Unis|VS|Verenigde Staten|VSA
    UY Eastern Republic of Uruguay|Oriental Republic of Uruguay
    UZ Republic of Uzbekistan
    VA Holy See
    VC St Vincent and the Grenadines|St. Vincent & the Grenadines|Saint Vincent and The Grenadines
    VE Bolivarian Republic of Venezuela
    VG British Virgin Islands
    VI US Virgin Islands|U.S. Virgin Islands
    VN Socialist Republic of Viet Nam|Viêt Nam
    VU Republic of Vanuatu
    WF Wallis & Futuna
    WS Independent State of Samoa
    XK Republic of Kosovo|Kosovo*
    YE Republic of Yemen|Yemen, Republic of
    ZA Republic of South Africa
    ZM Republic of Zambia
    ZW Republic of Zimbabwe
    CL República de Chile|Republic of Chile
    AR República Argentina
    KR República de Corea
    GN République de Guinée
    DE República Federal de Alemania
    CN República Popular China
    LS Lesotho / Basutoland
    JP ＪＰ|🇯🇵日本
";

#[test]
fn countries_go_by_their_names_in_other_scripts_and_whichever_way_they_are_typed() {
    all_mean(
        "CL 🇨🇱|🇨🇱 Chile|Chile 🇨🇱|chile 🇨🇱 | Chile |CHILE|Чили|تشيلي|شیلی|智利|チリ|칠레|ชิลี|चिली|சிலி|Xile|Χιλή|צ׳ילה
         IR ایران|ايران|إيران
         KR 대한민국|한국|韩国|韓國|大韓民国
         KP 북한|북조선|朝鲜
         CN 中国|中國|Китай|الصين|چین|중국|จีน|चीन|சீனா|Kína
         JP 日本|Japón|Япония|ญี่ปุ่น
         TW 台灣|台湾|臺灣
         DE Alemania|Allemagne|Германия|ألمانيا|آلمان|德国|德國|ドイツ|독일|เยอรมนี|जर्मनी|ஜெர்மனி|Niemcy|Tyskland|Duitsland|Saksa|Jerman
         GR Griechenland|Grèce|Grecia|Yunanistan|ギリシャ
         IN भारत|இந்தியா|Inde|Bharat|ভারত|ਭਾਰਤ|ભારત
         TH ประเทศไทย|ไทย|Thaïlande
         NP नेपाल|Nepal
         PT Portugal\u{a0}|\u{feff}Portugal|Por\u{ad}tugal|Portugal\u{200b}|Ｐｏｒｔｕｇａｌ
         CI Co\u{302}te d\u{2bc}Ivoire
         ST Sa\u{303}o Tome\u{301} e Pri\u{301}ncipe|São Tomé\u{a0}and Príncipe
         AX Åland|A\u{30a}land Islands
         AT Österreich|O\u{308}sterreich|Autriche|النمسا
         PL Polska|Polen|Польша|Pologne
         EG مصر|Ägypten|Egipto
         PS فلسطين|Palestina|פלסטין",
    );
    let flag = |letters: &str| {
        letters.chars().map(|c| char::from_u32(0xe0000 + c as u32).unwrap()).collect::<String>()
    };
    let scotland = format!("\u{1f3f4}{}\u{e007f}", flag("gbsct"));
    assert_eq!(read(&scotland), Named::PartOf(country("GB")));
    assert_eq!(read(&format!("{scotland} Scotland")), Named::PartOf(country("GB")));
    assert_eq!(read("🇳🇴🇸🇪"), Named::Several(countries("NO SE")));
    assert_eq!(read("🇨🇱 Norway"), Named::Unknown { nearest: countries("CL") });
    assert_eq!(read("🇰🇷 Korea"), Named::Country(country("KR")));
}

#[test]
fn what_is_ambiguous_is_asked() {
    for (codes, name) in [
        ("KP KR", "Korea"),
        ("KP KR", "Corea"),
        ("KP KR", "Corée"),
        ("KP KR", "Корея"),
        ("CD CG", "Congo"),
        ("CD CG", "The Congo"),
        ("CD CG", "Kongo"),
        ("CD CG", "Конго"),
        ("PG ID", "New Guinea"),
        ("VG VI", "Virgin Islands"),
        ("TL ID", "Timor"),
        ("NE NG", "Nigera"),
        ("ML MV", "Male"),
        ("MF SX", "Saint Martin"),
        ("MF SX", "St. Martin"),
        ("TW CG", "RoC"),
        ("GE US", "State of Georgia"),
    ] {
        assert_eq!(read(name), Named::Ambiguous(countries(codes), None), "{name}");
        assert_eq!(known_as(name), None, "{name}");
    }
    for name in ["America", "América", "Amerika", "Amérique", "america", "Америка"] {
        let expected = Named::Ambiguous(countries("US"), Some(Region::Americas));
        assert_eq!(read(name), expected, "{name}");
    }
    for (codes, name) in [
        ("AM AZ BY EE GE KZ KG LT LV MD RU TJ TM UA UZ", "USSR"),
        ("CZ SK", "Czechoslovakia"),
        ("BA HR ME MK RS SI XK", "Yugoslavia"),
        ("BA HR ME MK RS SI XK", "Federal Republic of Yugoslavia"),
        ("ME RS", "Serbia & Montenegro"),
    ] {
        assert_eq!(read(name), Named::Former(countries(codes)), "{name}");
    }
}

#[test]
fn parts_regions_and_peoples_are_no_countries() {
    for name in [
        "England",
        "SCOTLAND",
        "wales",
        "Northern Ireland",
        "N. Ireland",
        "Escocia",
        "East Germany",
    ] {
        assert!(matches!(read(name), Named::PartOf(_)), "{name}: {:?}", read(name));
    }
    assert_eq!(read("Canary Islands"), Named::PartOf(country("ES")));
    for (region, names) in [
        (Region::Africa, "Africa|West Africa|Afrique|Sub-Saharan Africa|Африка|África|非洲"),
        (
            Region::Americas,
            "Latin America|Latinoamérica|The Americas|South America|Caribbean|América Latina|Lateinamerika",
        ),
        (Region::Asia, "Asia|Middle East|South-East Asia|Southeast Asia|Asie|आसिया|Nahost|MENA"),
        (Region::Europe, "Europe|Europa|EU|European Union|The Balkans|Scandinavia|Европа|欧洲"),
        (Region::Oceania, "Oceania|The Pacific|Pacific Islands|Polynesia|Océanie"),
    ] {
        for name in names.split('|').filter(|name| *name != "आसिया") {
            assert_eq!(read(name), Named::Region(region), "{name}");
        }
    }
    assert_eq!(read("Antarctica"), Named::Country(country("AQ")));
    for name in "Kurdistan|Catalonia|Catalunya|Basque Country|Euskal Herria|Quebec|Québec|Tibet|West Papua|Kashmir\
        |Tamil Eelam|Rojava|Abkhazia|Transnistria|Somaliland|Hawaii|Hawaiʻi|Hawai'i|Sápmi|Wallmapu|Mapuche|Republic of Somaliland"
        .split('|')
    {
        assert_eq!(read(name), Named::Stateless, "{name}");
    }
    for name in "International|worldwide|WORLDWIDE|global|—|-|–|n/a|N/A|n.a.|none|None|Internacional|Monde|Mundial|Welt|国际|Weltweit"
        .split('|')
    {
        assert_eq!(read(name), Named::None, "{name}");
    }
}

#[test]
fn several_countries_are_told_apart_from_one_with_two_names() {
    for (codes, name) in [
        ("NO SE", "Norway / Sweden"),
        ("NO SE", "Norway/Sweden"),
        ("IN NP", "India and Nepal"),
        ("IN NP", "India & Nepal"),
        ("FR BE", "France, Belgium"),
        ("FR BE CH", "France, Belgium and Switzerland"),
        ("ES PT", "España y Portugal"),
        ("DE AT", "Deutschland und Österreich"),
        ("BA RS", "Bosnia and Herzegovina, Serbia"),
        ("TT AG", "Trinidad and Tobago / Antigua and Barbuda"),
        ("NO SE", "NO, SE"),
        ("CN JP", "中国、日本"),
        ("IL PS", "Israel/Palestine"),
    ] {
        assert_eq!(read(name), Named::Several(countries(codes)), "{name}");
    }
    all_mean(
        "ES España (Spain)|Spain / España|Spain (ES)|ES - Spain
         KR Korea (KR)|Korea (South)
         KE Kenya (Africa)|Kenya, Africa
         MM Burma/Myanmar",
    );
    for (codes, name) in [
        ("FR", "Paris, France"),
        ("NG", "Lagos, Nigeria"),
        ("NO", "Norway (Oslo)"),
        ("ES", "Catalonia, Spain"),
        ("NO", "Sápmi / Norway"),
        ("IQ", "Kurdistan (Iraq)"),
        ("AO", "Luanda"),
        ("AT", "Vienna"),
        ("JO", "Amman"),
        ("GB", "London, England"),
        ("TR", "Istanbul / Türkiye"),
        ("", "Congo / Kenya"),
        ("", "Peru, Illinois"),
        ("", "Turkey/Kurdistan"),
    ] {
        assert_eq!(read(name), Named::Unknown { nearest: countries(codes) }, "{name}");
    }
    assert_eq!(read("Worldwide / International"), Named::None);
    assert_eq!(read("Europe / Asia"), Named::Stateless);
}

#[test]
fn misspelt_names_are_asked_about() {
    let mut asked = 0;
    let mut wrong = Vec::new();
    for (code, name) in names(TYPING_ERRORS) {
        match read(name) {
            Named::Unknown { nearest } if nearest == [country(code)] => asked += 1,
            // Some are the right spelling in another language.
            Named::Country(found) if found.code == code => {}
            other => wrong.push(format!("{name}: {code}, {}", said(&other))),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(asked > 80, "{asked}");
}

const TYPING_ERRORS: &str = "
    MY Malasia|Malaysa|Malyasia|Maylasia
    PH Phillipines|Philipines|Phillippines|Filipines
    GB Untied Kingdom|United Kingdon|Unitd Kingdom
    US Untied States|United Sates|Unites States
    CO Columbia
    CH Swizerland|Switzerlad|Swtizerland
    NZ New Zeland|NewZealand|New Zealnd
    ZA South Afrika|Sout Africa|SouthAfrica
    TH Tailand|Thialand|Thailnad
    BR Brazli|Brzail|Brasill
    AR Argentinia|Argentin|Agentina
    PT Portgual|Portugual|Potrugal
    DE Germnay|Gemany|Deutchland|Deutshland
    NL Netherland s|Netherlans|Neatherlands
    BE Belguim|Begium
    DK Denmakr|Danmrak
    SE Swedne|Sweeden
    NO Norwya|Norwey
    FI Finnland|Finlnad
    IS Icelnd
    IE Irland|Irelnad
    PL Polnad
    HU Hungray|Hungery
    BG Bulgeria|Bulgraia
    RO Romaina
    HR Croacia|Croatai
    SI Slovenija
    UA Ukarine|Ukrane
    RU Rusia|Russai
    TR Turky|Trukey
    GR Greese
    CY Cypurs
    EG Egpyt
    MA Morrocco|Moroco
    TN Tunesia
    DZ Algieria
    ET Ethopia|Ethiopa
    KE Kenay
    TZ Tanzaina|Tanzinia
    ZW Zimbabwae|Zambabwe
    MZ Mozambiqe|Mozambik
    MG Madagasgar|Madagscar
    SN Sengal|Senegall
    GH Ghanna
    CM Camaroon|Cameron
    PK Pakistna|Pakisten
    BD Bangaldesh|Bangladeh
    LK Sri Lnka|Shrilanka
    NP Nepall
    MM Myanmer|Mynamar
    KH Combodia|Cambdia
    VN Veitnam|Vietnma
    ID Indonisia|Indonesa
    SG Singapur a|Singapor
    JP Japann
    MX Mexcio
    GT Guatamala
    NI Nicaragau
    CR Costa Rcia
    VE Venezula|Venezuala
    EC Equador
    PE Peruu
    UY Urugauy
    PY Paraguy|Paragauy
    KZ Kazakstan|Kazahstan
    UZ Uzbekstan|Usbekistan
    AZ Azerbajian
    LI Lichtenstein|Leichtenstein
    LU Luxemborg
";

#[test]
fn what_is_near_to_nothing_gets_no_suggestion() {
    for name in [
        "",
        " ",
        "Atlantis",
        "Elbonia",
        "Kurdstan",
        "Kerala",
        "Bavariaa",
        "Narnia",
        "xx",
        "qq",
        "Mlai",
        "Iram",
        "Catalonja",
        "Tebet",
        "Harbour",
        "The Quay",
        "?",
        "Mars",
        "SP",
        "Greenpeace",
        "na",
        "Africaa",
    ] {
        let named = read(name);
        let nothing = Named::Unknown { nearest: vec![] };
        assert!(named == nothing || name.trim().is_empty() || name == "na", "{name}: {named:?}");
        assert_eq!(known_as(name), None, "{name}");
    }
}

#[test]
fn words_in_small_letters_are_no_codes_where_nobody_asks_for_a_country() {
    for word in ["it", "and", "no", "us", "me", "can"] {
        assert_eq!(known_as(word), None, "{word}");
    }
    for code in ["IT", "NO", "USA", "🇮🇹"] {
        assert!(known_as(code).is_some(), "{code}");
    }
}

/// Each name that CLDR has, with what the table says of it.
fn cldr() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    include_str!("../src/names/data/countries.txt").lines().map(|line| {
        let (name, codes) = line.split_once('\t').expect("a name and codes");
        (name, codes.split(' ').map(|code| code.trim_start_matches('*')).collect())
    })
}

#[test]
fn every_name_of_cldr_means_its_country_or_is_asked_about() {
    // Some languages abbreviate names to what ISO 3166-1 has as the code of another country.
    let is_code = |name: &str| {
        let code = name.to_uppercase();
        code == "EU"
            || Country::from_code(&code).is_some()
            || rust_iso3166::from_alpha3(&code).is_some()
    };
    let mut asked = 0;
    let mut wrong = Vec::new();
    for (name, codes) in cldr() {
        assert_eq!(folded(name), name, "folded once more");
        let named = read(name);
        let right = match &named {
            Named::Country(country) => codes.contains(&country.code),
            // The table of parts has codes of their own for some, and of the whole for others.
            Named::PartOf(whole) => codes
                .iter()
                .all(|code| Country::from_code(code).is_none_or(|other| other == *whole)),
            Named::Region(region) => codes.contains(&region.id()),
            Named::None => codes.contains(&"none"),
            Named::Ambiguous(countries, region) => {
                asked += 1;
                let mut meant = countries
                    .iter()
                    .map(|country| country.code)
                    .chain(region.iter().map(|region| region.id()));
                meant.any(|code| codes.contains(&code))
            }
            _ => false,
        } || name.is_ascii() && name.len() < 4;
        if !right && !is_code(name) {
            wrong.push(format!("{name}: {codes:?}, {}", said(&named)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!((1..400).contains(&asked), "{asked} names are asked about");
}

#[test]
fn long_texts_are_no_names_and_take_no_time() {
    let long = "Norway / ".repeat(100_000);
    assert_eq!(read(&long), Named::Unknown { nearest: vec![] });
}

#[test]
fn languages_go_by_their_names_and_codes() {
    let wrong: Vec<_> = names(
        "fa Farsi|Persian|فارسی|Persisch|Parsi|fa|FA|fas|per
         prs Dari|Persian (Dari)
         zh Chinese|Mandarin|中文|汉语|普通话|zh|zho|chi|Mandarin Chinese|Chinois
         zh-Hant Chinese (Traditional)|Traditional Chinese|繁體中文|zh_Hant|zh-hant
         zh-Hans Simplified Chinese|Chinese (Simplified)|简体中文
         zh-TW Chinese (Taiwan)|zh_TW|ZH-tw
         yue Cantonese|廣東話|Chinese (Cantonese)
         ckb Sorani|Kurdish (Sorani)|Central Kurdish
         kmr Kurmanji|Kurmancî
         ku Kurdish|Kurdisch
         pt Portuguese|Português|portugues|Portugiesisch|por
         pt-BR Brazilian Portuguese|Portuguese (Brazil)|pt_BR|pt-br|PT_BR|Português do Brasil
         pt-PT Portuguese (Portugal)|European Portuguese
         sr Serbian|Српски|srpski
         sr-Latn Serbian (Latin)|sr_latn
         sr-Cyrl Serbian (Cyrillic)
         nb Bokmål|Norwegian Bokmål|Norwegian (Bokmål)|Norwegian, Bokmål
         no Norwegian|Norsk
         nn Nynorsk
         nl-BE Flemish|Vlaams
         nl Dutch|Nederlands|dut
         tl Tagalog
         fil Filipino
         ms Malay|Bahasa Melayu|Bahasa Malaysia
         id Indonesian|Bahasa Indonesia
         es Idioma español|Castellano|Español|Spanish|Espagnol|Spanish (Castilian)|スペイン語
         es-MX Spanish (Mexico)|Mexican Spanish
         en English language|Bahasa Inggris|English|EN|Anglais|Inglés|eng
         en-GB English (UK)|British English|English (United Kingdom)|en_GB
         sh Serbo-Croatian
         ro Moldovan|Romanian|Română|rum
         bn Bangla|Bengali|বাংলা
         my Burmese|Myanmar|Burmese/Myanmar
         or Oriya|Odia
         ga Irish|Gaeilge|Irish Gaelic
         gd Scottish Gaelic|Gàidhlig
         fr French|Français|fra|fre|Französisch|francés|français
         de German|Deutsch|deu|ger|Allemand|alemán
         el Greek|Ελληνικά|Modern Greek|gre
         he Hebrew|עברית|iw
         ar اللغة العربية|Bahasa Arab|Arabic|العربية|Arabe
         th Thai|ไทย|ภาษาไทย
         ta Tamil|தமிழ்
         hi हिन्दी भाषा|Hindi|हिन्दी|हिंदी
         ne Nepali|नेपाली
         ja Japanese|日本語|Japonais
         ko Korean|한국어
         ru русский язык|Russian|Русский|русский|Russe
         uk Українська мова|Ukrainian|Українська
         tr Turkish|Türkçe|TÜRKÇE
         se Northern Sami|se|Davvisámegiella
         eu Basque|Euskara|Euskera
         ca Catalan|Català|Valencian
         cy Welsh|Cymraeg
         qu Quechua
         sw Swahili|Kiswahili
         lo Lao|lao
         tlh tlh
         de-AT de-AT|de_at
         sl-nedis sl-nedis",
    )
    .map(|(tag, name)| (tag, name, languages::read(name)))
    .filter(|(tag, _, read)| *read != Language::Tag((*tag).to_owned()))
    .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn languages_that_are_not_certain_are_asked_about() {
    for (tags, name) in [
        ("id ms", "Bahasa"),
        ("ga gd", "Gaelic"),
        ("fa prs", "Persian/Dari"),
        ("hi ur", "Hindi / Urdu"),
        ("id hi", "in"),
        ("ase bfi fsl gsg", "Sign language"),
        ("es en", "Spanish and English"),
    ] {
        let tags = tags.split(' ').map(str::to_owned).collect();
        assert_eq!(languages::read(name), Language::Ambiguous(tags), "{name}");
    }
    for (tag, name) in [
        ("ja", "jp"),
        ("zh", "cn"),
        ("el", "gr"),
        ("da", "dk"),
        ("cs", "cz"),
        ("uk", "ua"),
        ("vi", "vn"),
        ("sq", "AL"),
        ("pt", "Portugues e"),
        ("fr", "Frech"),
        ("de", "Germna"),
        ("es", "Spannish"),
    ] {
        assert_eq!(
            languages::read(name),
            Language::Unknown { nearest: vec![tag.to_owned()] },
            "{name}"
        );
        assert_eq!(languages::tag_of(name.to_owned()), name);
    }
    for name in ["Elbish", "xx", "", "?", "all"] {
        match languages::read(name) {
            Language::Unknown { nearest } if nearest.is_empty() => {}
            Language::Tag(tag) if name == "all" => assert_eq!(tag, "all"),
            other => panic!("{name}: {other:?}"),
        }
    }
}

fn file(language: &str, lang: &str, country: &str) -> String {
    format!(
        r#"{{"collection": {{"title": "Letters", "language": "{language}"}}, "messages": [{{"id": "a",
        "senders": [{{"names": ["A"], "country": "{country}"}}], "signatures": [{{"name": "B"}}],
        "body": [{{"text": "Dear friends, we send you greetings.", "lang": "{lang}"}}]}}]}}"#
    )
}

#[test]
fn a_check_doubts_codes_of_countries_as_languages() {
    for (lang, instead) in
        [("jp", "ja"), ("se", "sv"), ("br", "pt-BR"), ("gr", "el"), ("dk-DK", "da")]
    {
        let text = file("en", lang, "NO");
        let checked = check(&text);
        let [warning] = checked.findings.as_slice() else { panic!("{:?}", checked.findings) };
        assert_eq!(
            (warning.severity, &text[warning.range.clone()]),
            (Severity::Warning, &*format!("\"{lang}\""))
        );
        assert_eq!(warning.instead.as_ref().map(|instead| instead.value.as_str()), Some(instead));
    }
    assert_eq!(check(&file("xx", "xx", "NO")).findings.len(), 1);
    for lang in ["sv", "se-NO", "zh-Hant", "ckb", "pt-BR", "tlh", "EN"] {
        assert!(check(&file("en", lang, "NO")).findings.is_empty(), "{lang}");
    }
}

fn error_at<'a>(checked: &'a Checked, field: &str) -> &'a Finding {
    let mut errors = checked.findings.iter().filter(|finding| finding.path.ends_with(field));
    errors.next().unwrap_or_else(|| panic!("{:?}", checked.findings))
}

#[test]
fn a_check_says_what_to_write_for_what_is_no_code() {
    for (country, said) in [
        ("Korea", "North Korea (KP) or South Korea (KR)"),
        ("Latin America", "“americas”"),
        ("Kurdistan", "placeNames"),
        ("Norway / Sweden", "sender 2"),
        ("USSR", "Russia (RU)"),
    ] {
        let checked = check(&file("en", "en", country));
        let error = error_at(&checked, "country");
        assert!(error.cure.contains(said) && error.instead.is_none(), "{error:?}");
    }
    for (country, instead) in
        [("UK", "GB"), ("Deutschland", "DE"), ("Scotland", "GB"), ("no", "NO")]
    {
        let checked = check(&file("en", "en", country));
        let error = error_at(&checked, "country");
        assert_eq!(error.instead.as_ref().map(|instead| instead.value.as_str()), Some(instead));
    }
    let checked = check(&file("en", "Bahasa", "NO"));
    let error = error_at(&checked, "lang");
    assert!(error.cure.contains("“id” (Indonesian), “ms” (Malay)"), "{error:?}");
}

#[test]
fn an_import_keeps_what_is_not_certain_and_says_so() {
    let table = "sender,country,message\nA,Korea,One\nB,Kurdistan,Two\nC,Africa,Three\nD,Norway / Sweden,Four\n\
                 E,—,Five\nF,🇨🇱 Chile,Six\nG,Wales,Seven\nH,USSR,Eight\n";
    let source = Source { name: "m.csv".into(), bytes: table.into() };
    let import = import_file(&source, &Columns::new()).expect("an import");
    let countries: Vec<_> = import
        .messages
        .iter()
        .map(|message| message.message.senders[0].country.as_deref())
        .collect();
    let expected = ["Korea", "Kurdistan", "Africa", "Norway / Sweden", "", "CL", "GB", "USSR"];
    assert_eq!(
        countries,
        expected.map(|country| Some(country).filter(|country| !country.is_empty()))
    );
    let notes: Vec<_> = import.notes.iter().map(ToString::to_string).collect();
    let lines: Vec<_> = import.notes.iter().map(|note| note.origin.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 8, 9], "{notes:#?}");
    assert!(notes[0].contains("KP") && notes[0].contains("KR"), "{}", notes[0]);
    assert!(notes.iter().all(|note| note.len() < 500), "{notes:#?}");
}

#[test]
fn a_long_cell_is_kept_and_not_repeated() {
    let long = "Norway and ".repeat(70_000);
    let source = Source {
        name: "m.csv".into(),
        bytes: format!("sender,country,language,message\nA,{long},{long},One\n").into(),
    };
    let import = import_file(&source, &Columns::new()).expect("an import");
    assert_eq!(import.messages[0].message.senders[0].country.as_deref(), Some(long.trim()));
    assert!(import.notes[0].text.len() < 300, "{}", import.notes[0].text.len());
}

proptest! {
    #[test]
    fn any_text_can_be_read_as_a_language(text in any::<String>()) {
        let read = languages::read(&text);
        prop_assert!(!matches!(read, Language::Tag(tag) if tag.is_empty()));
    }

    #[test]
    fn any_text_can_be_read(text in any::<String>()) {
        let named = read(&text);
        prop_assert!(named.country().is_none() || !text.trim().is_empty());
    }
}
