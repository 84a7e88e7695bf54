// A page of plain text in each language that can be told from others; written for this.

enum LanguageTexts {
  static let all: [(name: String, text: String)] = [
    ("english", english), ("german", german), ("french", french), ("spanish", spanish), ("italian", italian),
    ("dutch", dutch), ("portuguese", portuguese), ("danish", danish),
  ]

  private static let english = """
    In the morning the first people who come down to the water are those who work there. They open the shops, wash the \
    stones in front of their doors and talk about what happened the night before. Which of the boats has been out? How \
    much did they bring back, and what was it worth? Nobody knows for sure, but everyone has something to say about it. \
    After an hour the children go past on their way to school, and then it is quiet again until the visitors arrive. \
    Most of them would like to see the old town, and they ask where it is and how long they have to walk. It should not \
    take more than twenty minutes if you follow the road along the wall. When you get there you will find a small house \
    with a green roof, where you can have something to eat and drink. If the weather is bad, the owner lights a fire. \
    The system stores each document with its number, and this value is used when another program asks for the same file. \
    You must not change these settings while the machine is running; otherwise the results could be wrong. Please read \
    the following pages before you start, because they explain what is allowed, which parts are needed and who may help. \
    Every user can choose a name, and all changes that have been made by others are shown at the end of the list. What \
    is the price of this? Where does it come from, and when was it made? He said that she had been there since Thursday. \
    There were between thirty and forty of them, though we could only count those that stood near the entrance. Our new \
    timetable gives the days on which it runs; children under six travel free, and dogs need their own ticket.
    """

  private static let german = """
    Am Morgen kommen zuerst die Leute ans Wasser, die dort arbeiten. Sie öffnen die Läden, waschen die Steine vor ihren \
    Türen und sprechen darüber, was in der Nacht geschehen ist. Welches der Boote war draußen? Wie viel haben sie \
    mitgebracht, und was war es wert? Niemand weiß es genau, aber jeder hat etwas dazu zu sagen. Nach einer Stunde gehen \
    die Kinder auf ihrem Weg zur Schule vorbei, und dann ist es wieder ruhig, bis die Besucher ankommen. Die meisten von \
    ihnen möchten die alte Stadt sehen und fragen, wo sie ist und wie lange man gehen muss. Es sollte nicht mehr als \
    zwanzig Minuten dauern, wenn man der Straße entlang der Mauer folgt. Dort findet man ein kleines Haus mit einem \
    grünen Dach, in dem es etwas zu essen und zu trinken gibt. Wenn das Wetter schlecht ist, macht der Wirt ein Feuer. \
    Das System speichert jedes Dokument mit seiner Nummer, und dieser Wert wird verwendet, wenn ein anderes Programm \
    nach derselben Datei fragt. Diese Einstellungen dürfen nicht geändert werden, während die Maschine läuft, sonst \
    könnten die Ergebnisse falsch sein. Bitte lesen Sie die folgenden Seiten, bevor Sie beginnen, denn sie erklären, was \
    erlaubt ist, welche Teile gebraucht werden und wer helfen darf. Der Fahrplan gilt für alle Schiffe; Kinder unter \
    sechs Jahren fahren kostenlos, und für Hunde braucht man eine eigene Fahrkarte. Er sagte, dass sie seit Donnerstag \
    dort gewesen sei. Auf dem Weg nach Hause hat sich der Preis noch einmal verändert.
    """

  private static let french = """
    Le matin, les premiers qui descendent vers l'eau sont ceux qui y travaillent. Ils ouvrent les boutiques, lavent les \
    pierres devant leurs portes et parlent de ce qui est arrivé pendant la nuit. Lequel des bateaux est sorti ? Combien \
    ont-ils rapporté, et qu'est-ce que cela valait ? Personne ne le sait vraiment, mais chacun a quelque chose à dire. \
    Après une heure, les enfants passent sur le chemin de l'école, puis tout est calme jusqu'à l'arrivée des visiteurs. \
    La plupart d'entre eux voudraient voir la vieille ville et demandent où elle se trouve et combien de temps il faut \
    marcher. Cela ne devrait pas prendre plus de vingt minutes si l'on suit la route le long du mur. Vous y trouverez \
    une petite maison avec un toit vert, où l'on peut manger et boire. Quand il fait mauvais temps, le patron allume un \
    feu. Le système garde chaque document avec son numéro, et cette valeur est utilisée lorsqu'un autre programme demande \
    le même fichier. Il ne faut pas changer ces réglages pendant que la machine fonctionne, sinon les résultats \
    pourraient être faux. Veuillez lire les pages suivantes avant de commencer, car elles expliquent ce qui est permis, \
    quelles parties sont nécessaires et qui peut aider. L'horaire est valable pour tous les navires ; les enfants de \
    moins de six ans voyagent sans payer, et les chiens ont besoin d'un billet. Il a dit qu'elle était là depuis jeudi.
    """

  private static let spanish = """
    Por la mañana, los primeros que bajan al agua son los que trabajan allí. Abren las tiendas, lavan las piedras delante \
    de sus puertas y hablan de lo que ha pasado durante la noche. ¿Cuál de los barcos ha salido? ¿Cuánto han traído y \
    cuánto valía? Nadie lo sabe con seguridad, pero todos tienen algo que decir. Después de una hora pasan los niños \
    camino de la escuela, y luego todo queda tranquilo hasta que llegan los visitantes. La mayoría de ellos quiere ver \
    la ciudad vieja y pregunta dónde está y cuánto tiempo hay que caminar. No debería tardar más de veinte minutos si se \
    sigue el camino a lo largo del muro. Allí se encuentra una casa pequeña con un tejado verde, donde se puede comer y \
    beber algo. Cuando hace mal tiempo, el dueño enciende un fuego. El sistema guarda cada documento con su número, y \
    este valor se usa cuando otro programa pide el mismo archivo. No se deben cambiar estos ajustes mientras la máquina \
    está funcionando; de lo contrario los resultados podrían ser falsos. Por favor, lea las páginas siguientes antes de \
    empezar, porque explican lo que está permitido, qué partes son necesarias y quién puede ayudar. El horario vale para \
    todos los barcos; los niños menores de seis años viajan gratis y los perros necesitan un billete propio. Él dijo que \
    ella había estado allí desde el jueves.
    """

  private static let italian = """
    La mattina i primi che scendono verso l'acqua sono quelli che ci lavorano. Aprono i negozi, lavano le pietre davanti \
    alle loro porte e parlano di quello che è successo durante la notte. Quale delle barche è uscita? Quanto hanno \
    portato, e quanto valeva? Nessuno lo sa di preciso, ma ognuno ha qualcosa da dire. Dopo un'ora passano i bambini \
    sulla strada della scuola, e poi tutto è di nuovo tranquillo finché arrivano i visitatori. La maggior parte di loro \
    vorrebbe vedere la città vecchia e chiede dove si trova e quanto tempo bisogna camminare. Non dovrebbero volerci più \
    di venti minuti se si segue la strada lungo il muro. Lì si trova una piccola casa con un tetto verde, dove si può \
    mangiare e bere qualcosa. Quando il tempo è brutto, il padrone accende il fuoco. Il sistema conserva ogni documento \
    con il suo numero, e questo valore viene usato quando un altro programma chiede lo stesso file. Non bisogna cambiare \
    queste impostazioni mentre la macchina è in funzione, altrimenti i risultati potrebbero essere sbagliati. Si prega \
    di leggere le pagine seguenti prima di cominciare, perché spiegano che cosa è permesso, quali parti sono necessarie \
    e chi può aiutare. L'orario vale per tutte le navi; i bambini sotto i sei anni viaggiano gratis e per i cani ci vuole \
    un biglietto. Ha detto che lei era lì da giovedì.
    """

  private static let dutch = """
    's Ochtends komen eerst de mensen naar het water die daar werken. Ze openen de winkels, wassen de stenen voor hun \
    deuren en praten over wat er in de nacht gebeurd is. Welke van de boten is buiten geweest? Hoeveel hebben ze \
    meegebracht, en wat was het waard? Niemand weet het precies, maar iedereen heeft er iets over te zeggen. Na een uur \
    gaan de kinderen voorbij op weg naar school, en dan is het weer stil tot de bezoekers aankomen. De meesten van hen \
    willen graag de oude stad zien en vragen waar die is en hoe lang je moet lopen. Het zou niet meer dan twintig minuten \
    moeten duren als je de weg langs de muur volgt. Daar vind je een klein huis met een groen dak, waar je iets kunt eten \
    en drinken. Als het weer slecht is, maakt de eigenaar een vuur. Het systeem bewaart elk document met zijn nummer, en \
    deze waarde wordt gebruikt wanneer een ander programma om hetzelfde bestand vraagt. Deze instellingen mogen niet \
    worden veranderd terwijl de machine loopt, anders kunnen de resultaten verkeerd zijn. Lees de volgende bladzijden \
    voordat u begint, want ze leggen uit wat er mag, welke delen nodig zijn en wie er kan helpen. De dienstregeling geldt \
    voor alle schepen; kinderen onder de zes jaar reizen gratis, en voor honden heb je een eigen kaartje nodig. Hij zei \
    dat zij er sinds donderdag was geweest.
    """

  private static let portuguese = """
    De manhã, os primeiros que descem até à água são os que lá trabalham. Abrem as lojas, lavam as pedras em frente das \
    suas portas e falam do que aconteceu durante a noite. Qual dos barcos saiu? Quanto trouxeram, e quanto valia? Ninguém \
    sabe ao certo, mas todos têm alguma coisa a dizer. Depois de uma hora passam as crianças a caminho da escola, e então \
    fica tudo calmo até chegarem os visitantes. A maior parte deles quer ver a cidade velha e pergunta onde fica e quanto \
    tempo é preciso andar. Não deveria demorar mais de vinte minutos se seguir a estrada ao longo do muro. Lá encontra-se \
    uma casa pequena com um telhado verde, onde se pode comer e beber alguma coisa. Quando o tempo está mau, o dono \
    acende o fogo. O sistema guarda cada documento com o seu número, e este valor é usado quando outro programa pede o \
    mesmo ficheiro. Não se devem mudar estas definições enquanto a máquina está a trabalhar, senão os resultados poderiam \
    estar errados. Por favor, leia as páginas seguintes antes de começar, porque explicam o que é permitido, que partes \
    são necessárias e quem pode ajudar. O horário vale para todos os navios; as crianças com menos de seis anos viajam \
    sem pagar, e os cães precisam de um bilhete. Ele disse que ela estava lá desde quinta-feira.
    """

  private static let danish = """
    Om morgenen kommer først de folk ned til vandet, som arbejder der. De åbner butikkerne, vasker stenene foran deres \
    døre og taler om, hvad der er sket i løbet af natten. Hvilken af bådene har været ude? Hvor meget havde de med \
    tilbage, og hvad var det værd? Ingen ved det helt sikkert, men alle har noget at sige om det. Efter en time går \
    børnene forbi på vej til skole, og så er der stille igen, indtil de besøgende kommer. De fleste af dem vil gerne se \
    den gamle by og spørger, hvor den er, og hvor længe man skal gå. Det burde ikke tage mere end tyve minutter, hvis \
    man følger vejen langs muren. Der finder man et lille hus med et grønt tag, hvor man kan få noget at spise og drikke. \
    Når vejret er dårligt, tænder værten op i ovnen. Systemet gemmer hvert dokument med dets nummer, og denne værdi \
    bruges, når et andet program beder om den samme fil. Man må ikke ændre disse indstillinger, mens maskinen kører, \
    ellers kan resultaterne blive forkerte. Læs de følgende sider, før du begynder, for de forklarer, hvad der er \
    tilladt, hvilke dele der er nødvendige, og hvem der kan hjælpe. Køreplanen gælder for alle skibe; børn under seks år \
    rejser gratis, og til hunde skal man have en særlig billet. Han sagde, at hun havde været der siden torsdag.
    """
}
