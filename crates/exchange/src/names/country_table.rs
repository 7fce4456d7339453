//! What CLDR and ISO 3166-1 do not have: other names in use, what is ambiguous, and what has no code.
//! Names are separated by `|`; case, accents, “the”, “of”, “and” and abbreviations make no difference.

/// Other names of countries: official, former and short ones, those of ISO 3166 and the World Bank, and
/// the codes of the European Union. A former country is here if it has one successor under that name.
pub const NAMES: &[(&str, &str)] = &[
    ("AE", "UAE|U.A.E.|Emirates|Emirats arabes|EAU"),
    ("AG", "Antigua"),
    ("AM", "Hayastan"),
    ("AR", "Argentine|Argentine Republic"),
    ("BA", "Bosnia|Bosna|Bosnie|Bosnien|BiH|Bosnia-Hercegovina"),
    ("BF", "Burkina|Burkina-Fasso|Upper Volta|Haute-Volta"),
    ("BJ", "Dahomey"),
    ("BL", "St. Barts|St. Barths|Saint Barths|Saint-Barth"),
    ("BN", "Brunei Darussalam|Nation of Brunei, the Abode of Peace"),
    ("BO", "Plurinational State of Bolivia|Estado Plurinacional de Bolivia"),
    ("BR", "Federative Republic of Brazil|República Federativa do Brasil"),
    ("BS", "Bahamas, The"),
    ("BT", "Druk Yul"),
    ("BY", "Belorussia|Byelorussia|White Russia|Белоруссия|Weißrussland|Weissrussland|Biélorussie"),
    ("BZ", "British Honduras"),
    ("CC", "Keeling Islands"),
    (
        "CD",
        "DRC|D.R.C.|RDC|DR Congo|D. R. Congo|Congo DR|Congo DRC|Congo RDC|RD Congo|R. D. Congo|DROC\
        |Democratic Republic of the Congo|Democratic Republic of Congo|Dem. Rep. of Congo|DR of Congo\
        |Congo-Kinshasa|Kongo-Kinshasa|Congo Kinshasa|Congo (Kinshasa)|Zaire|Zaïre|Belgian Congo\
        |République démocratique du Congo|República Democrática del Congo|Repubblica Democratica del Congo\
        |Demokratische Republik Kongo|JK Kongo|JKT Kongo|Jamhuri ya Kidemokrasia ya Kongo",
    ),
    ("CF", "CAR|C.A.R.|Central Africa Republic|Centrafrique|RCA|Centralafrican Republic"),
    (
        "CG",
        "Republic of the Congo|Republic of Congo|Congo Republic|Congo-Brazzaville|Kongo-Brazzaville\
        |Congo (Brazzaville)|République du Congo|República del Congo|Republik Kongo|Republika Kongo",
    ),
    ("CH", "Swiss Confederation|Confoederatio Helvetica|Helvetia"),
    ("CI", "Ivory Coast|Cote d’Ivoire|Republic of Côte d’Ivoire|Costa de Marfil"),
    (
        "CN",
        "China PR|Zhongguo|China, PR|Republik Rakyat Tiongkok|Communist China|PRC|P.R.C.|PR China|P. R. China|P.R. of China|People’s Republic of China|Red China|Mainland China\
        |China, Mainland|VR China|Volksrepublik China|República Popular China|República Popular de China\
        |République populaire de Chine|Repubblica Popolare Cinese|中华人民共和国|中華人民共和國|中国大陆|中國大陸",
    ),
    ("CR", "Costarica"),
    ("CV", "Cape Verde Islands"),
    ("CZ", "Czech Rep.|Czechia|CR Czech|ČR"),
    (
        "DE",
        "BRD|FRG|Federal Republic of Germany|Bundesrepublik Deutschland|Bundesrepublik|Germany, Federal Republic of",
    ),
    ("DO", "Dominican Rep.|Rep. Dominicana|Santo Domingo, Dominican Republic|RD Dominicana"),
    ("DZ", "People’s Democratic Republic of Algeria"),
    ("EG", "Arab Republic of Egypt|United Arab Republic"),
    (
        "EH",
        "Sahrawi Republic|Saharawi Republic|República Saharaui|RASD/SADR|Sahrawi Arab Democratic Republic|SADR|RASD|Spanish Sahara|Sahara Occidental|W. Sahara",
    ),
    ("ES", "Estado español|Spanish State|Kingdom of Spain|Reino de España"),
    ("ET", "Ityopya|Ityop’iya|Itiopia"),
    ("FI", "Suomi-Finland"),
    ("FK", "Falklands|Malvinas|Islas Malvinas|Las Malvinas"),
    ("FM", "Federated States of Micronesia|Micronesia, Fed. Sts.|FSM|Fed. States of Micronesia"),
    ("FO", "Faroes|Faeroe Islands|Faeroes"),
    ("FR", "French Republic|République française|Metropolitan France"),
    ("GA", "Gabonese Republic"),
    (
        "GB",
        "Gt Britain|Gt. Britain|Great Britian|UK|U.K.|Britain|Great Britain|G. B.|United Kingdom of Great Britain and Northern Ireland\
        |United Kingdom of Great Britain|Gran Bretaña|Grande-Bretagne|Gran Bretagna|Großbritannien|Grossbritannien\
        |Grã-Bretanha|Groot-Brittannië|Great Britain and Northern Ireland|Великобритания|英国|英國|イギリス|영국",
    ),
    ("GE", "Sakartvelo"),
    ("GF", "Guyane française"),
    ("GH", "Gold Coast"),
    ("GM", "Gambia, The"),
    ("GN", "Guinea-Conakry|Guinea Conakry|Guinée-Conakry|Guinée Conakry|Republic of Guinea"),
    ("GQ", "Eq. Guinea|Spanish Guinea"),
    ("GR", "EL|Hellas|Ellas|Ellada|Hellenic Republic"),
    ("GW", "Guinea Bissau|G. Bissau|Portuguese Guinea"),
    ("GY", "British Guiana|Co-operative Republic of Guyana"),
    ("GS", "South Georgia"),
    ("HK", "Hong Kong SAR, China|Hong Kong, China|HKSAR|Hongkong"),
    ("HR", "Hrvatska"),
    ("HT", "Haïti|Ayiti"),
    ("ID", "Dutch East Indies|NKRI|RI Indonesia"),
    ("IE", "Republic of Ireland|Éire|Eire|Irish Republic|Southern Ireland|Irish Free State|ROI"),
    ("IN", "Bharat|Hindustan|Republic of Bharat"),
    ("IQ", "Al-Iraq"),
    ("IR", "Islamic Republic of Iran|Iran, Islamic Rep.|Persia|I. R. Iran|IR Iran"),
    ("IT", "Italian Republic|Repubblica Italiana"),
    ("JO", "Hashemite Kingdom of Jordan|Transjordan"),
    ("JP", "Nippon|Nihon|State of Japan|日本国|日本國"),
    ("KG", "Kyrgyz Republic|Kirghizia|Kirgizia|Kirghizstan|Kirgizstan|Киргизия"),
    ("KH", "Kampuchea|Democratic Kampuchea|Khmer Republic|Kingdom of Cambodia"),
    ("KM", "Comoro Islands|Union of the Comoros"),
    ("KN", "St Kitts|St Kitts-Nevis|Saint Christopher and Nevis|St. Christopher and Nevis"),
    (
        "KP",
        "República Popular Democrática de Corea|República Popular Democrática da Coreia|République populaire démocratique de Corée\
        |Demokratische Volksrepublik Korea|Nth Korea|DPRK|D.P.R.K.|DPR Korea|DPR of Korea|North Korea|N Korea|N. Korea|Korea, North|Korea (North)|Korea North\
        |Democratic People’s Republic of Korea|Korea, Dem. People’s Rep.|Korea, Democratic People’s Republic of\
        |Korea, DPR|Dem. People’s Rep. Korea|Democratic People’s Republic Korea|NKorea|조선민주주의인민공화국|북조선|朝鮮|朝鲜|北朝鮮|北朝鲜|北韓|北韩|朝鮮民主主義人民共和国|朝鲜民主主义人民共和国",
    ),
    (
        "KR",
        "República de Corea|República da Coreia|République de Corée|Republik Korea|Repubblica di Corea|ROK|R.O.K.|South Korea|S Korea|S. Korea|Korea, South|Korea (South)|Korea South|Republic of Korea\
        |Korea, Rep.|Korea, Republic of|Rep. of Korea|SKorea|한국|남한|Hanguk|韓國|韩国|韓国|大韓民國|大韩民国|大韓民国|南朝鮮|南朝鲜|南韓|南韩",
    ),
    ("LA", "Laos|Lao PDR|Lao P.D.R.|Lao|Lao People’s Democratic Republic|LPDR"),
    ("LB", "Lubnan|Lebanese Republic"),
    ("LK", "Ceylon|Ceylan|Democratic Socialist Republic of Sri Lanka|Srilanka|Shri Lanka"),
    ("LS", "Basutoland"),
    ("LU", "Grand Duchy of Luxembourg|Luxemburg"),
    ("LY", "Libyan Arab Jamahiriya|Libya Arab Jamahiriya|State of Libya"),
    ("MA", "Al Maghrib|Al-Maghrib"),
    ("MD", "Moldavia|Republic of Moldova|Moldova, Rep."),
    (
        "MK",
        "Macedonia|Macédoine|Mazedonien|Makedonija|Македонија|Македония|Republic of Macedonia|FYROM|FYR Macedonia\
        |Macedonia, FYR|Macedonia (FYROM)|Former Yugoslav Republic of Macedonia|Republic of North Macedonia\
        |The former Yugoslav Republic of Macedonia|N. Macedonia",
    ),
    (
        "MM",
        "Burma|Birmania|Birmanie|Birma|Myanmar/Burma|Burma/Myanmar|Republic of the Union of Myanmar|Union of Myanmar\
        |Union of Burma|Бирма",
    ),
    ("MO", "Macau|Macau SAR|Macao SAR, China|Macau, China|Macao, China"),
    ("MW", "Nyasaland"),
    ("MX", "United Mexican States|Estados Unidos Mexicanos|Méjico"),
    ("MY", "Malaya|Federation of Malaya"),
    ("NA", "South West Africa|South-West Africa"),
    ("NL", "Holland|Holanda|Hollande|Kingdom of the Netherlands|Nederlands|The Netherland"),
    ("NZ", "Aotearoa|Aotearoa/New Zealand|New Zealand/Aotearoa|Aotearoa – New Zealand|N.Z."),
    ("OM", "Muscat and Oman"),
    ("PG", "Papua NG|PNG|P.N.G.|Papua N. Guinea|Independent State of Papua New Guinea"),
    ("PH", "Philippine Islands|Republika ng Pilipinas|Philippine Republic"),
    ("PK", "Islamic Republic of Pakistan"),
    ("PL", "Rzeczpospolita Polska"),
    ("PM", "St. Pierre and Miquelon"),
    (
        "PS",
        "Occupied Palestine|Palestine (Occupied)|Estado de Palestina|État de Palestine|State of Palestine|Palestine, State of|Palestinian Territories|Palestinian Territory\
        |Occupied Palestinian Territory|Occupied Palestinian Territories|Palestinian Authority|OPT\
        |West Bank and Gaza|Gaza|Gaza Strip|West Bank|Palestina|Falastin|Filastin|فلسطين|دولة فلسطين",
    ),
    ("PT", "Portuguese Republic|República Portuguesa"),
    ("RO", "Rumania|Roumania"),
    (
        "RU",
        "Rossija|Rossiya|Rossia|Russian Republic|Russian Federation|Российская Федерация|РФ|Russian Fed.",
    ),
    ("RW", "Ruanda"),
    ("SA", "KSA|K.S.A.|Saudi|Kingdom of Saudi Arabia"),
    ("SD", "The Sudan"),
    ("SJ", "Svalbard|Spitsbergen|Jan Mayen"),
    ("SK", "Slovak Republic|Slovenská republika"),
    ("SM", "Most Serene Republic of San Marino"),
    ("SR", "Dutch Guiana|Surinam"),
    ("SS", "S. Sudan|S Sudan"),
    ("ST", "Sao Tome|São Tomé"),
    ("SV", "Salvador, El|Salvador El"),
    ("SX", "Sint Maarten (Dutch part)|St. Maarten|Saint Maarten|St Martin (Dutch part)"),
    ("MF", "St. Martin (French part)|Saint-Martin (French part)"),
    ("SY", "Syrian Arab Republic|Syrian Arab Rep."),
    ("SZ", "Swaziland|Kingdom of Swaziland|Kingdom of Eswatini"),
    ("TC", "Turks and Caicos"),
    ("TG", "Togolese Republic"),
    ("TH", "Prathet Thai|Muang Thai|Siam|ราชอาณาจักรไทย"),
    ("TL", "East Timor|E. Timor|Timor Leste|Timor-Leste|Timor Lorosae|Timor Oriental"),
    ("TR", "Turkey|Turkiye|Republic of Turkey|Republic of Türkiye"),
    ("TT", "Trinidad|Tobago|T&T"),
    (
        "TW",
        "Republic of China|Taiwan, China|Taiwan, Province of China|Chinese Taipei|Formosa|Taiwan ROC|ROC Taiwan\
        |Taiwan (ROC)|Republic of China (Taiwan)|Taiwan, Republic of China|中華民國|中华民国|República de China\
        |République de Chine|Republik China|台灣|台湾|臺灣",
    ),
    ("TZ", "United Republic of Tanzania|Tanganyika|Tanzania, United Rep. of"),
    ("UA", "The Ukraine"),
    (
        "US",
        "USA|U.S.|U.S.A.|U. S. A.|United States of America|US of A|States, United|Etats Unis d’Amérique|EEUU\
        |EE. UU.|EE UU|EUA|E.U.A.|Estados Unidos de América|Estados Unidos da América|Stati Uniti d’America\
        |Vereinigte Staaten von Amerika|Соединённые Штаты Америки|США|Verenigde Staten van Amerika|U.S. of America|VSA\
        |United State of America|United States America|アメリカ|アメリカ合衆国|米国|美國|美国|미국|미합중국",
    ),
    ("UY", "Eastern Republic of Uruguay|Banda Oriental|Oriental Republic of Uruguay"),
    ("VA", "Vatican|Holy See|Holy See (Vatican City State)|Vatican City State|The Holy See"),
    ("VC", "St. Vincent|Saint Vincent|SVG"),
    ("VE", "Bolivarian Republic of Venezuela|Venezuela, RB|República Bolivariana de Venezuela"),
    ("VG", "BVI|Virgin Islands (British)|Virgin Islands, British|UK Virgin Islands"),
    (
        "VI",
        "USVI|Virgin Islands (U.S.)|Virgin Islands, U.S.|United States Virgin Islands|American Virgin Islands",
    ),
    (
        "VN",
        "Vietnam|Viet-Nam|Socialist Republic of Vietnam|Socialist Republic of Viet Nam|North Vietnam|South Vietnam",
    ),
    ("VU", "New Hebrides"),
    ("WS", "Western Samoa|Independent State of Samoa"),
    ("XK", "Kosova|Kosovë|Republic of Kosovo|Kosovo and Metohija"),
    ("YE", "Republic of Yemen|Yemen, Rep.|North Yemen|South Yemen|Yemen Arab Republic"),
    (
        "ZA",
        "RSA|R.S.A.|S. Africa|S Africa|Republic of South Africa|Africa, South|Suid-Afrika|Azania",
    ),
    ("ZM", "Northern Rhodesia"),
    ("ZW", "Southern Rhodesia"),
];

/// Parts that are or were called countries but have no code of their own, with the country that they belong to.
pub const PARTS: &[(&str, &str)] = &[
    (
        "DE",
        "East Germany|West Germany|German Democratic Republic|GDR|DDR|Deutsche Demokratische Republik|Ostdeutschland\
        |Germany, East|Germany, West",
    ),
    (
        "GB",
        "England|Scotland|Wales|Northern Ireland|N. Ireland|N Ireland|Cymru|Inglaterra|Angleterre\
        |Inghilterra|Escocia|Écosse|Scozia|Schottland|Gales|Pays de Galles|Galles|Irlanda del Norte|Irlande du Nord\
        |Nordirland|Schotland|Noord-Ierland|Англия|Шотландия|Уэльс|Северная Ирландия|Irlanda do Norte|Escócia",
    ),
    ("TZ", "Zanzibar"),
];

/// Codes that CLDR knows, of parts of the countries of the table.
pub const PARENTS: &[(&str, &str)] = &[
    ("AC", "SH"),
    ("CP", "FR"),
    ("CQ", "GG"),
    ("DG", "IO"),
    ("EA", "ES"),
    ("IC", "ES"),
    ("TA", "SH"),
];

/// Names of several countries, or of a country and a region.
pub const AMBIGUOUS: &[(&str, &str)] = &[
    (
        "CD CG",
        "Congo|Kongo|The Congo|Congo, The|Конго|コンゴ|刚果|剛果|콩고|الكونغو|कांगो|Κονγκό|Kongó",
    ),
    (
        "KP KR",
        "Korea|Corea|Corée|Coree|Korean|Koreas|Coreia|Koreja|Корея|Кореја|Κορέα|Kore|Corée (RC)|조선|朝鮮半島|朝鲜半岛\
        |Korean Peninsula|كوريا|کره|कोरिया|Coréia|Koréa",
    ),
    (
        "US americas",
        "America|Amerika|Amérique|América|Америка|Αμερική|Ameryka|امریکا|أمريكا|अमेरिका|אמריקה|Amerique",
    ),
    ("PG ID", "New Guinea|Nueva Guinea|Nouvelle-Guinée|Neuguinea|Papua|West New Guinea"),
    ("VG VI", "Virgin Islands|Virgin Is.|Islas Vírgenes|Îles Vierges|Jungferninseln"),
    ("MF SX", "Saint Martin|St. Martin|St Martin|San Martín|Sankt Martin"),
    ("TL ID", "Timor"),
    ("ML MV", "Male|Malé"),
    ("TW CG", "RoC|R.O.C."),
    ("GE US", "State of Georgia|Georgia State"),
    ("ZW ZM", "Rhodesia|Rhodesia and Nyasaland"),
    ("GF GY", "Guyane"),
    ("GF GY SR", "Guiana|Guianas|The Guianas"),
    ("PS IL", "Holy Land"),
    ("BQ CW SX", "Dutch Caribbean|Dutch Antilles"),
    ("HT DO", "Hispaniola"),
    ("SD SS", "Two Sudans"),
    ("IE GB", "Island of Ireland|All Ireland|Ulster"),
    ("VN LA KH", "Indochina|French Indochina"),
    ("ES PT", "Iberia|Iberian Peninsula"),
    ("MY BN ID", "Borneo"),
    ("VC GD", "Grenadines|The Grenadines"),
];

/// Countries that are no more, with those that came after them.
pub const FORMER: &[(&str, &str)] = &[
    (
        "CZ SK",
        "Czechoslovakia|Czecho-Slovakia|Československo|Tschechoslowakei|Tchécoslovaquie|ČSSR|CSFR|Чехословакия|Checoslovaquia",
    ),
    (
        "AM AZ BY EE GE KZ KG LT LV MD RU TJ TM UA UZ",
        "USSR|U.S.S.R.|Soviet Union|Union of Soviet Socialist Republics|СССР\
        |Советский Союз|UdSSR|Sowjetunion|URSS|Unión Soviética|Union soviétique",
    ),
    (
        "BA HR ME MK RS SI XK",
        "Yugoslavia|Jugoslavia|Jugoslavija|Jugoslawien|Yougoslavie|Югославия|SFR Yugoslavia|SFRJ\
        |Socialist Federal Republic of Yugoslavia|Federal Republic of Yugoslavia|FR Yugoslavia|Ex-Yugoslavia|Former Yugoslavia",
    ),
    ("ME RS", "Serbia and Montenegro|Serbia-Montenegro|Srbija i Crna Gora"),
    ("AW BQ CW SX", "Netherlands Antilles|Nederlandse Antillen"),
    ("AT HU", "Austria-Hungary|Austro-Hungarian Empire"),
    ("ER ET", "Abyssinia"),
    ("BI RW", "Ruanda-Urundi"),
    ("FM MH MP PW", "Trust Territory of the Pacific Islands"),
];

/// Peoples, lands and parts of states that have no code: a state can only be told by who writes.
pub const STATELESS: &str = "Kurdistan|Kurdistán|Kürdistan|کوردستان|Rojava|Bakur|Bashur|Başûr|Rojhelat|Iraqi Kurdistan\
    |Kurdistan Region|North and East Syria|AANES|Catalonia|Catalunya|Cataluña|Catalogne|Katalonien|Països Catalans\
    |Catalan Countries|Basque Country|Euskal Herria|Euskadi|País Vasco|Pays Basque|Baskenland|Galicia|Galiza\
    |Andalusia|Andalucía|Brittany|Breizh|Bretagne|Corsica|Corse|Occitania|Occitanie|Alsace|Savoy|Sardinia|Sardegna|Sicily\
    |Sicilia|South Tyrol|Südtirol|Alto Adige|Friuli|Veneto|Flanders|Vlaanderen|Wallonia|Wallonie|Frisia|Friesland|Fryslân\
    |Bavaria|Bayern|Silesia|Kashubia|Cornwall|Kernow|Quebec|Québec|Nunavut|Nunavik|Tibet|Tibetan|བོད|East Turkestan\
    |Xinjiang|Uyghuristan|Inner Mongolia|Kashmir|Azad Kashmir|Jammu and Kashmir|Khalistan|Punjab|Tamil Eelam|Eelam\
    |Tamil Nadu|Balochistan|Baluchistan|Pashtunistan|Nagaland|Nagalim|Manipur|Assam|Gorkhaland|West Papua|Papua Barat\
    |Aceh|Acheh|Bougainville|South Moluccas|Maluku Selatan|Bangsamoro|Mindanao|Patani|Sabah|Sarawak|Shan State|Kachin\
    |Karen State|Kawthoolei|Arakan|Rakhine|Chin State|Rohingya|Abkhazia|South Ossetia|Ossetia|Transnistria|Pridnestrovie\
    |Nagorno-Karabakh|Artsakh|Karabakh|Chechnya|Ichkeria|Dagestan|Tatarstan|Bashkortostan|Circassia|Crimea|Donbas|Donbass\
    |Northern Cyprus|North Cyprus|Turkish Republic of Northern Cyprus|TRNC|KKTC|Republika Srpska|Vojvodina|Sandžak\
    |Somaliland|Puntland|Jubaland|Ambazonia|Southern Cameroons|Biafra|Darfur|Oromia|Tigray|Ogaden|Azawad|Cabinda|Barotseland\
    |Casamance|Kabylia|Kabylie|Rif|Amazigh|Tamazgha|Matabeleland|Hawaii|Hawaiʻi|Alaska|Texas|California\
    |Sápmi|Sapmi|Saami|Sámi|Lapland|Wallmapu|Mapuche|Araucanía|Rapa Nui|Easter Island|Chiapas|Zapatista\
    |Abya Yala|Turtle Island|Navajo Nation|Diné|Haudenosaunee|Lakota|Cherokee Nation|Anishinaabe|First Nations|Aztlan|Aztlán\
    |Kanaky|Maohi Nui|Torres Strait|Aboriginal Australia|Ryukyu|Okinawa|Ainu Mosir|Ainu|Roma\
    |Azores|Açores|Madeira|Tasmania|Sealand|Liberland|Tuva|Kalmykia|Karelia|Sakha|Buryatia\
    |Crimean Tatars|Assyria|Yazidi|Hazaristan|Hazara|Siberia|Prussia|Patagonia|Asturias|Aragon|Navarre|Navarra|Valencia|Inner Mongolia|New Mexico\
    |New Jersey|New England|West Virginia|Manitoba|Ontario|British Columbia|Mexico City|Panama City|Sahara|Levant|Bangsa Moro|Cordillera|Ryūkyū|Yucatán|Chuuk\
    |Moravia|Bohemia|Transylvania|Dobruja|Thrace|Saarland|Normandy|Normandie|Provence\
    |West Indies Federation|Nevis|Barbuda|Rodrigues|Anjouan|Mohéli|Kurdish|Saharawi|Diaspora|In exile|Exile|Stateless";

/// Regions in other words than those of CLDR.
pub const REGIONS: &[(&str, &str)] = &[
    (
        "africa",
        "Africa|West Africa|East Africa|North Africa|Central Africa|Southern Africa|Horn of Africa|Maghreb|Sub-Saharan Africa\
        |Great Lakes|African Union|Afrique|África|Subsaharan Africa|Sahel region",
    ),
    (
        "americas",
        "Americas|The Americas|Latin America|LatAm|Latinoamérica|América Latina|Amérique latine|Lateinamerika|North America\
        |South America|Central America|Caribbean|The Caribbean|Antilles|West Indies|Mesoamerica|Andes|Southern Cone|Cono Sur\
        |Sudamérica|Suramérica|Norteamérica|Centroamérica|Latin America and the Caribbean|Abya-Yala|Amazonia|Ibero-America",
    ),
    ("antarctica", "Antarctic|The Antarctic"),
    (
        "asia",
        "Asia|Middle East|Near East|MENA|Far East|East Asia|South Asia|Southeast Asia|South East Asia|SE Asia|West Asia\
        |North Asia|Asia Minor|Central Asia|Medio Oriente|Oriente Medio|Moyen-Orient|Proche-Orient|Nahost|Naher Osten|Médio Oriente\
        |Oriente Médio|Midden-Oosten|Ближний Восток|الشرق الأوسط|Asia-Pacific|Asia Pacific|APAC|Arab World|Gulf States\
        |Arabian Peninsula|Indian Subcontinent|ASEAN|Arabia|Caucasus",
    ),
    (
        "europe",
        "Europe|EU|E.U.|European Union|Western Europe|Eastern Europe|Central Europe|Northern Europe|Southern Europe\
        |Balkans|The Balkans|Scandinavia|Skandinavia|Skandinavien|Nordic|Nordic countries|Norden|Benelux|Baltics|Baltic States\
        |Baltic countries|Union européenne|Unión Europea|Europäische Union|União Europeia|Unione Europea|Europa|EEA|Eurasia\
        |British Isles|Iberian|Mediterranean",
    ),
    (
        "oceania",
        "Oceania|Pacific|The Pacific|South Pacific|Pacific Islands|Pacific Island|Polynesia|Melanesia|Australasia|Pasifika",
    ),
];

/// What people write to say that there is no single country.
pub const NONE: &str = "International|Internationally|Internacional|Internationale|Internazionale|Internasional|Internationaal\
    |Internationell|Internasjonal|Antarabangsa|Uluslararası|Kansainvälinen|Международный|Международная|Міжнародний|Międzynarodowy\
    |Worldwide|World-wide|World|The World|Weltweit|Mondial|Mondiale|Mundial|Wereldwijd|Worldwide/Global|Global|Globally|Globale|Globaal\
    |International/Global|Global/International|Earth|Planet Earth|All countries|Many countries|Various countries|Several countries\
    |Multinational|Transnational|Multiple countries|Various|Multiple|Everywhere|None|No country|Not applicable|Not a country\
    |No single country|Ninguno|Ninguna|Aucun|Aucune|Keines|Kein|Keine|Nessuno|Nessuna|Nenhum|Nenhuma|Geen|Ingen|Inget|Tidak ada\
    |Tiada|Нет|无|無|没有|なし|없음|국제|国际|國際|国際|دولي|عالمي|بین‌المللی|अंतर्राष्ट्रीय\
    |N/A|N.A.|#N/A|N. a.|Nil|Null|Not any|All";
