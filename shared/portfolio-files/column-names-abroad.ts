import type { Field } from './column-names.ts';

/**
 * Headers that banks and brokers write in German, French, Spanish, Italian and Dutch, as `column-names.ts` has the English ones:
 * without case, blanks and punctuation, accents kept. They rank after the English names.
 */
export const NAMES_ABROAD: Partial<Record<Field, string>> = {
  account:
    'konto depot depotname kontoname kontobezeichnung compte portefeuille nomducompte cuenta cartera nombredelacuenta conto ' +
    'portafoglio nomeconto rekening portefeuillenaam rekeningnaam',
  accountNumber:
    'depotnummer depotnr kontonummer kontonr numérodecompte numérocompte numerocompte númerodecuenta numerocuenta ' +
    'numeroconto rekeningnummer',
  accountType: 'kontoart depotart kontotyp typedecompte tipodecuenta tipoconto rekeningtype',
  symbol:
    'kürzel kuerzel börsenkürzel wkn wpkn wertpapierkennnummer valor valorennummer valoren isinwkn isincode codeisin códigoisin ' +
    'codiceisin isinnummer codice código codigo mnémonique mnemonique simbolo símbolo symbool ' +
    'symboolisin symboleisin simboloisin símboloisin tickerisin',
  name:
    'bezeichnung wertpapier wertpapierbezeichnung wertpapiername titel titelbezeichnung gattungsbezeichnung produkt ' +
    'anlage fondsname libellé libelle désignation designation titre nomdutitre nomdelavaleur nom nombre descripción ' +
    'descripcion denominación denominacion producto activo titolo descrizione denominazione strumento prodotto produto produit naam omschrijving ' +
    'fonds effect',
  instrumentType: 'typ wertpapierart wertpapiertyp anlageklasse assetklasse produktart tipodestrumento tipodeactivo',
  quantity:
    'anzahl stück stücke stueck stk stkzahl stückzahl stueckzahl bestand nominal nennwert nominale anteile menge stücknominal stücknom ' +
    'quantité quantite qté qte nombredetitres nombredeparts parts cantidad títulos titulos acciones participaciones ' +
    'númerodetítulos quantità quantita qtà qta pezzi quantidade aantal stuks aantalstuks',
  coupon: 'kupon cupón cupon cedola',
  maturity:
    'fälligkeit faelligkeit fälligkeitsdatum faelligkeitsdatum endfälligkeit échéance echeance datedéchéance vencimiento ' +
    'fechadevencimiento scadenza datascadenza vervaldatum vervaldag',
  amount:
    'nettobetrag betrag gesamtbetrag buchungsbetrag endbetrag montantnet importeneto importenetto bedrag nettobedrag totaal',
  fee: 'gebühren gebühr kosten frais comisiones commissioni transactiekosten transactiekostenenof',
  commission: 'provision courtage steuern',
  cashBalance: 'saldo kontosaldo',
  price:
    'stückpreis kurs aktuellerkurs aktkurs letzterkurs schlusskurs börsenkurs tageskurs marktpreis preis kursaktuell cours dernier derniercours ' +
    'courslast prix prixactuel coursactuel precio últimoprecio ultimoprecio preciodemercado preciodecierre cotización cotizacion ' +
    'valorliquidativo prezzo prezzodimercato ultimoprezzo prezzoattuale quotazione corso koers slotkoers laatstekoers huidigekoers ' +
    'actuelekoers prijs slotkoersen clôture cloture chiusura ultimo cierre preciode preço preçode fecho',
  priceDate:
    'kursdatum kursvom kurszeit bewertungsdatum stichtag datum dateducours datedecours datecours datedevalorisation fecha ' +
    'fechaprecio fechadelprecio fechavalor data dataprezzo dataquotazione datavaluta koersdatum',
  currency:
    'währung buchungswährung waehrung whg handelswährung kurswährung devise monnaie devisedecotation divisa moneda valuta divisadecotización munt',
  costBasis:
    'einstandswert einstand gesamteinstand kaufwert anschaffungswert anschaffungskosten investiert prixderevienttotal montantinvesti ' +
    'coûttotal couttotal costetotal costotal importeinvertido costo costototale controvalorecarico controvaloredicarico ' +
    'aankoopwaarde aanschafwaarde totaleaankoopwaarde',
  costPerUnit:
    'einstandskurs einstandspreis kaufkurs kaufpreis durchschnittskurs durchschnittspreis øeinstandskurs mittlerereinstandskurs ' +
    'prixderevient prixderevientunitaire pru prixdachat prixmoyen coursdachat prixdachatmoyen preciomedio preciodecompra ' +
    'preciomediodecompra costemedio prezzomedio prezzodicarico prezzomediodicarico pmc prezzomedioacquisto aankoopkoers ' +
    'aankoopprijs gemiddeldeaankoopkoers gak gemiddeldekoers',
  marketValue:
    'kurswert marktwert gesamtwert depotwert aktuellerwert wert wertineur positionswert valorisation valeurdemarché valeurdemarche valeurtotale ' +
    'montant valoración valoracion valordemercado valoractual valortotal importe controvalore valoredimercato valore valoretotale ' +
    'waarde marktwaarde totalewaarde huidigewaarde waardeineur',
};
