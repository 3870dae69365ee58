/**
 * Members of the S&P 500 that companies.ts does not name, and other companies that many people hold: by GICS sector, symbol and name,
 * as they were listed in 2025.
 */
import type { Sector } from '../../../schemas/classification.ts';
import type { CompanyRow } from './companies.ts';

const BY_SECTOR: Readonly<Partial<Record<Sector, string>>> = {
  information_technology: `
    ACN Accenture plc; APH Amphenol Corporation; ADSK Autodesk, Inc.; SNPS Synopsys, Inc.; CDNS Cadence Design Systems, Inc.;
    FTNT Fortinet, Inc.; MSI Motorola Solutions, Inc.; WDAY Workday, Inc.; ROP Roper Technologies, Inc.; MRVL Marvell Technology, Inc.;
    NXPI NXP Semiconductors N.V.; MCHP Microchip Technology Incorporated; ON ON Semiconductor Corporation; MPWR Monolithic Power Systems, Inc.;
    TEL TE Connectivity plc; GLW Corning Incorporated; HPE Hewlett Packard Enterprise Company; KEYS Keysight Technologies, Inc.;
    FICO Fair Isaac Corporation; IT Gartner, Inc.; CTSH Cognizant Technology Solutions Corporation; WDC Western Digital Corporation;
    STX Seagate Technology Holdings plc; NTAP NetApp, Inc.; TDY Teledyne Technologies Incorporated; PTC PTC Inc.; TYL Tyler Technologies, Inc.;
    ZBRA Zebra Technologies Corporation; GDDY GoDaddy Inc.; VRSN VeriSign, Inc.; AKAM Akamai Technologies, Inc.; FFIV F5, Inc.;
    TRMB Trimble Inc.; TER Teradyne, Inc.; SWKS Skyworks Solutions, Inc.; QRVO Qorvo, Inc.; JBL Jabil Inc.; CDW CDW Corporation;
    GEN Gen Digital Inc.; FSLR First Solar, Inc.; ENPH Enphase Energy, Inc.; EPAM EPAM Systems, Inc.; DDOG Datadog, Inc.;
    MSTR Strategy Inc; ZS Zscaler, Inc.; OKTA Okta, Inc.; TWLO Twilio Inc.; MDB MongoDB, Inc.; TEAM Atlassian Corporation; APP AppLovin Corporation;
    HUBS HubSpot, Inc.; DOCU DocuSign, Inc.; U Unity Software Inc.; PATH UiPath Inc.; AI C3.ai, Inc.; IONQ IonQ, Inc.;
    ZM Zoom Communications, Inc.; SNDK Sandisk Corporation`,
  communication_services: `
    EA Electronic Arts Inc.; WBD Warner Bros. Discovery, Inc.; LYV Live Nation Entertainment, Inc.; OMC Omnicom Group Inc.;
    FOXA Fox Corporation Class A; FOX Fox Corporation Class B; NWSA News Corporation Class A; NWS News Corporation Class B; MTCH Match Group, Inc.;
    TKO TKO Group Holdings, Inc.; RDDT Reddit, Inc.; SIRI Sirius XM Holdings Inc.; TTD The Trade Desk, Inc.;
    LUMN Lumen Technologies, Inc.; DJT Trump Media & Technology Group Corp.`,
  consumer_discretionary: `
    ORLY O'Reilly Automotive, Inc.; AZO AutoZone, Inc.; ROST Ross Stores, Inc.; HLT Hilton Worldwide Holdings Inc.; YUM Yum! Brands, Inc.;
    DHI D.R. Horton, Inc.; LEN Lennar Corporation Class A; PHM PulteGroup, Inc.; NVR NVR, Inc.; RCL Royal Caribbean Cruises Ltd.; CCL Carnival Corporation;
    NCLH Norwegian Cruise Line Holdings Ltd.; TSCO Tractor Supply Company; ULTA Ulta Beauty, Inc.; BBY Best Buy Co., Inc.; EXPE Expedia Group, Inc.;
    DRI Darden Restaurants, Inc.; DPZ Domino's Pizza, Inc.; GPC Genuine Parts Company; APTV Aptiv PLC; LVS Las Vegas Sands Corp.;
    MGM MGM Resorts International; WYNN Wynn Resorts, Limited; DECK Deckers Outdoor Corporation; TPR Tapestry, Inc.; RL Ralph Lauren Corporation;
    HAS Hasbro, Inc.; GRMN Garmin Ltd.; POOL Pool Corporation; KMX CarMax, Inc.; WSM Williams-Sonoma, Inc.; CVNA Carvana Co.; ETSY Etsy, Inc.; CHWY Chewy, Inc.;
    DKNG DraftKings Inc.; GAP The Gap, Inc.; M Macy's, Inc.; KSS Kohl's Corporation; CROX Crocs, Inc.; HOG Harley-Davidson, Inc.; W Wayfair Inc.; PTON Peloton Interactive, Inc.;
    CAVA CAVA Group, Inc.; WEN The Wendy's Company`,
  consumer_staples: `
    KDP Keurig Dr Pepper Inc.; SYY Sysco Corporation; STZ Constellation Brands, Inc.; EL The Estée Lauder Companies Inc.; ADM Archer-Daniels-Midland Company;
    KVUE Kenvue Inc.; DLTR Dollar Tree, Inc.; CHD Church & Dwight Co., Inc.; MKC McCormick & Company, Incorporated; CLX The Clorox Company;
    TSN Tyson Foods, Inc.; BG Bunge Global SA; HRL Hormel Foods Corporation; SJM The J. M. Smucker Company; CAG Conagra Brands, Inc.;
    CPB The Campbell's Company; TAP Molson Coors Beverage Company; BF.B Brown-Forman Corporation Class B; LW Lamb Weston Holdings, Inc.;
    BJ BJ's Wholesale Club Holdings, Inc.; CELH Celsius Holdings, Inc.`,
  financials: `
    MMC Marsh & McLennan Companies, Inc.; CB Chubb Limited; TRV The Travelers Companies, Inc.; AFL Aflac Incorporated; MET MetLife, Inc.;
    AIG American International Group, Inc.; PRU Prudential Financial, Inc.; ALL The Allstate Corporation; AON Aon plc; AJG Arthur J. Gallagher & Co.;
    CME CME Group Inc.; MCO Moody's Corporation; KKR KKR & Co. Inc.; APO Apollo Global Management, Inc.; ARES Ares Management Corporation; TFC Truist Financial Corporation;
    BK The Bank of New York Mellon Corporation; FIS Fidelity National Information Services, Inc.; FISV Fiserv, Inc.; GPN Global Payments Inc.;
    MSCI MSCI Inc.; NDAQ Nasdaq, Inc.; AMP Ameriprise Financial, Inc.; STT State Street Corporation; TROW T. Rowe Price Group, Inc.; NTRS Northern Trust Corporation;
    MTB M&T Bank Corporation; FITB Fifth Third Bancorp; HBAN Huntington Bancshares Incorporated; RF Regions Financial Corporation; KEY KeyCorp; CFG Citizens Financial Group, Inc.;
    SYF Synchrony Financial; HIG The Hartford Insurance Group, Inc.; ACGL Arch Capital Group Ltd.; WTW Willis Towers Watson Public Limited Company;
    RJF Raymond James Financial, Inc.; CBOE Cboe Global Markets, Inc.; BRO Brown & Brown, Inc.; CINF Cincinnati Financial Corporation; L Loews Corporation;
    PFG Principal Financial Group, Inc.; WRB W. R. Berkley Corporation; EG Everest Group, Ltd.; GL Globe Life Inc.; AIZ Assurant, Inc.; IVZ Invesco Ltd.; BEN Franklin Resources, Inc.;
    XYZ Block, Inc.; CPAY Corpay, Inc.; JKHY Jack Henry & Associates, Inc.; FDS FactSet Research Systems Inc.; ERIE Erie Indemnity Company; IBKR Interactive Brokers Group, Inc.;
    ALLY Ally Financial Inc.; AFRM Affirm Holdings, Inc.; UPST Upstart Holdings, Inc.; LPLA LPL Financial Holdings Inc.; NLY Annaly Capital Management, Inc.; AGNC AGNC Investment Corp.;
    MAIN Main Street Capital Corporation; ARCC Ares Capital Corporation; OBDC Blue Owl Capital Corporation; HTGC Hercules Capital, Inc.; EQH Equitable Holdings, Inc.; LNC Lincoln National Corporation`,
  health_care: `
    MDT Medtronic plc; MCK McKesson Corporation; COR Cencora, Inc.; CAH Cardinal Health, Inc.; ZTS Zoetis Inc.; BDX Becton, Dickinson and Company;
    HUM Humana Inc.; CNC Centene Corporation; MOH Molina Healthcare, Inc.; EW Edwards Lifesciences Corporation; IDXX IDEXX Laboratories, Inc.; IQV IQVIA Holdings Inc.;
    A Agilent Technologies, Inc.; GEHC GE HealthCare Technologies Inc.; DXCM DexCom, Inc.; RMD ResMed Inc.; MTD Mettler-Toledo International Inc.; WAT Waters Corporation;
    WST West Pharmaceutical Services, Inc.; BIIB Biogen Inc.; ILMN Illumina, Inc.; STE STERIS plc; COO The Cooper Companies, Inc.; HOLX Hologic, Inc.; ZBH Zimmer Biomet Holdings, Inc.;
    BAX Baxter International Inc.; LH Labcorp Holdings Inc.; DGX Quest Diagnostics Incorporated; PODD Insulet Corporation; ALGN Align Technology, Inc.; VTRS Viatris Inc.; INCY Incyte Corporation;
    RVTY Revvity, Inc.; TECH Bio-Techne Corporation; CRL Charles River Laboratories International, Inc.; UHS Universal Health Services, Inc.; DVA DaVita Inc.; HSIC Henry Schein, Inc.; SOLV Solventum Corporation;
    VEEV Veeva Systems Inc.; ALNY Alnylam Pharmaceuticals, Inc.; HIMS Hims & Hers Health, Inc.; TDOC Teladoc Health, Inc.`,
  industrials: `
    ETN Eaton Corporation plc; PH Parker-Hannifin Corporation; TT Trane Technologies plc; ITW Illinois Tool Works Inc.; TDG TransDigm Group Incorporated; NSC Norfolk Southern Corporation;
    CTAS Cintas Corporation; PCAR PACCAR Inc; CMI Cummins Inc.; JCI Johnson Controls International plc; CARR Carrier Global Corporation; OTIS Otis Worldwide Corporation;
    RSG Republic Services, Inc.; LHX L3Harris Technologies, Inc.; HWM Howmet Aerospace Inc.; AXON Axon Enterprise, Inc.; URI United Rentals, Inc.; GWW W.W. Grainger, Inc.; FAST Fastenal Company;
    PAYX Paychex, Inc.; VRSK Verisk Analytics, Inc.; EFX Equifax Inc.; AME AMETEK, Inc.; ROK Rockwell Automation, Inc.; PWR Quanta Services, Inc.; ODFL Old Dominion Freight Line, Inc.; IR Ingersoll Rand Inc.;
    XYL Xylem Inc.; DOV Dover Corporation; WAB Westinghouse Air Brake Technologies Corporation; BR Broadridge Financial Solutions, Inc.; LDOS Leidos Holdings, Inc.; HUBB Hubbell Incorporated; VLTO Veralto Corporation;
    CPRT Copart, Inc.; JBHT J.B. Hunt Transport Services, Inc.; EXPD Expeditors International of Washington, Inc.; CHRW C.H. Robinson Worldwide, Inc.; TXT Textron Inc.; SNA Snap-on Incorporated; SWK Stanley Black & Decker, Inc.;
    MAS Masco Corporation; IEX IDEX Corporation; NDSN Nordson Corporation; PNR Pentair plc; ALLE Allegion plc; ROL Rollins, Inc.; J Jacobs Solutions Inc.; GNRC Generac Holdings Inc.; HII Huntington Ingalls Industries, Inc.; LII Lennox International Inc.;
    BLDR Builders FirstSource, Inc.; AOS A. O. Smith Corporation; DAY Dayforce, Inc.; VRT Vertiv Holdings Co; LYFT Lyft, Inc.; ALK Alaska Air Group, Inc.; JBLU JetBlue Airways Corporation; RKLB Rocket Lab Corporation; JOBY Joby Aviation, Inc.; PLUG Plug Power Inc.`,
  energy: `
    SLB Schlumberger Limited; OKE ONEOK, Inc.; BKR Baker Hughes Company; FANG Diamondback Energy, Inc.; TRGP Targa Resources Corp.; EQT EQT Corporation; CTRA Coterra Energy Inc.; TPL Texas Pacific Land Corporation; APA APA Corporation;
    EXE Expand Energy Corporation; EPD Enterprise Products Partners L.P.; ET Energy Transfer LP; MPLX MPLX LP; PAA Plains All American Pipeline, L.P.; WES Western Midstream Partners, LP; LNG Cheniere Energy, Inc.`,
  materials: `
    ECL Ecolab Inc.; CTVA Corteva, Inc.; DD DuPont de Nemours, Inc.; VMC Vulcan Materials Company; MLM Martin Marietta Materials, Inc.; PPG PPG Industries, Inc.; IFF International Flavors & Fragrances Inc.; LYB LyondellBasell Industries N.V.;
    STLD Steel Dynamics, Inc.; BALL Ball Corporation; AMCR Amcor plc; PKG Packaging Corporation of America; IP International Paper Company; SW Smurfit Westrock Plc; AVY Avery Dennison Corporation; CF CF Industries Holdings, Inc.; MOS The Mosaic Company;
    ALB Albemarle Corporation; EMN Eastman Chemical Company; AA Alcoa Corporation; CLF Cleveland-Cliffs Inc.; MP MP Materials Corp.`,
  utilities: `
    SRE Sempra; XEL Xcel Energy Inc.; ED Consolidated Edison, Inc.; PEG Public Service Enterprise Group Incorporated; WEC WEC Energy Group, Inc.; PCG PG&E Corporation; ES Eversource Energy; ETR Entergy Corporation; DTE DTE Energy Company;
    AEE Ameren Corporation; PPL PPL Corporation; FE FirstEnergy Corp.; EIX Edison International; CMS CMS Energy Corporation; CNP CenterPoint Energy, Inc.; ATO Atmos Energy Corporation; AWK American Water Works Company, Inc.; NI NiSource Inc.;
    LNT Alliant Energy Corporation; EVRG Evergy, Inc.; PNW Pinnacle West Capital Corporation; AES The AES Corporation; NRG NRG Energy, Inc.`,
  real_estate: `
    WELL Welltower Inc.; DLR Digital Realty Trust, Inc.; CCI Crown Castle Inc.; CBRE CBRE Group, Inc.; EXR Extra Space Storage Inc.; AVB AvalonBay Communities, Inc.; EQR Equity Residential; SBAC SBA Communications Corporation; WY Weyerhaeuser Company;
    VTR Ventas, Inc.; IRM Iron Mountain Incorporated; CSGP CoStar Group, Inc.; INVH Invitation Homes Inc.; ESS Essex Property Trust, Inc.; MAA Mid-America Apartment Communities, Inc.; KIM Kimco Realty Corporation; DOC Healthpeak Properties, Inc.; UDR UDR, Inc.;
    CPT Camden Property Trust; REG Regency Centers Corporation; HST Host Hotels & Resorts, Inc.; BXP BXP, Inc.; ARE Alexandria Real Estate Equities, Inc.; FRT Federal Realty Investment Trust; WPC W. P. Carey Inc.; NNN NNN REIT, Inc.; STAG STAG Industrial, Inc.;
    MPW Medical Properties Trust, Inc.; ADC Agree Realty Corporation`,
};

export const companiesOfTheSp500: readonly CompanyRow[] = Object.entries(BY_SECTOR).flatMap(([sector, text]) =>
  text
    .split(';')
    .map((row) => row.trim().split(/\s+/))
    .map(([symbol = '', ...words]): CompanyRow => [symbol, words.join(' '), sector as Sector]),
);
