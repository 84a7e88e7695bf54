// Words that are asked with and words that are written: a small list, made for this library.

/// Words that may stand for each other in questions about rules, journeys, work and things. General words only: what a
/// company calls its own things is for its documents to say.
enum Synonyms {
  /// A word that stands for another counts by so much of it.
  static let worth = 0.75

  /// Stems that may stand for a stem, itself not among them, in alphabetic order.
  static func of(_ stem: String) -> [String] { table[stem]?.keys.sorted() ?? [] }

  /// The same as words, to search with.
  static func words(for stem: String) -> [String] { table[stem]?.values.sorted() ?? [] }

  /// For a stem the stems that may stand for it, and a word of each.
  private static let table: [String: [String: String]] = {
    var found: [String: [String: String]] = [:]
    for line in lines.split(separator: "\n") {
      let words = line.split(separator: " ").map {
        (word: String($0), stems: WordTerms.terms(in: String($0)).map(\.term))
      }
      .filter { $0.stems.count == 1 }
      for (_, stems) in words {
        for (word, others) in words where others != stems { found[stems[0], default: [:]][others[0]] = word }
      }
    }
    return found
  }()

  /// A line holds words that mean much the same; a word may stand in several.
  private static let lines = """
    accident mishap
    accompany escort carer companion attendant
    adult adults grown-up grown-ups
    ahead before
    allow allowed permit permitted may can
    alone unaccompanied themselves himself herself
    animal animals pet pets
    animals pets beasts
    answer reply
    apples fruit
    apprentice trainee
    arrive arrival arrives reach land come
    arrives lands
    auction sale
    baby infant toddler
    bag bags luggage baggage suitcase suitcases case piece pieces
    ban banned forbid forbidden prohibit prohibited
    beach sand shore
    because since as
    beer ale
    begin begins start starts open opens
    bicycle bicycles bike bikes cycle
    bicycles bikes cycles
    big large size
    bike motorcycle motorbike
    birds puffins gulls
    board directors
    boat boats ferry ferries ship ships vessel vessels
    book reserve reservation booking
    booked reserved
    boss chief director head manager
    box cage crate
    bread loaf
    break broken damage damaged defect fault
    bring take carry carried
    build built construct constructed made
    bus coach
    buy purchase sold sell sells
    call ring telephone phone
    cancel cancelled cancellation
    captain master skipper
    car cars automobile vehicle vehicles drive
    car vehicle auto
    carer helper companion
    cash money coins banknotes bank
    cat cats kitten
    chair president chairman chairwoman
    change changed move moved switch exchange alter replace replaced
    changed altered switched
    cheap cheaper reduced less discount
    child children kid kids pupil pupils daughter son boy girl
    church chapel
    close closes shut shuts end ends
    closed shut
    clothes clothing uniform dress
    coast shore beach
    cold chilly freezing
    cold frozen ice freeze
    company firm business line lines
    complain complaint complaints objection
    complain protest grumble
    complaint criticism
    complaints criticisms
    contract agreement
    cook cooked meal
    cost costs price pay pays fare fee charge paid
    cow cows cattle
    crew sailor sailors staff deckhand
    cross crossing crossings sail sailing trip journey passage
    cut cuts reduce
    damaged spoilt broken
    danger dangerous hazard
    danger risk
    dangerous unsafe
    dead died death
    dear expensive
    decided agreed
    delay wait hold-up
    dentist doctor physician
    depart departs departure departures leave leaves sail sails go goes
    departure leaving start
    disabled handicapped wheelchair
    dog dogs puppy hound
    dog leash lead
    dog pet
    dogs pets
    draw picture drawing
    drill exercise practice
    drink drinks beverage
    drunk alcohol
    early before
    eat eats food meal dish meals
    elected chosen
    employ employee employees work works worker
    ends finishes stops
    engine motor
    engineer mechanic
    enough sufficient
    entrance gate door entry
    error mistake wrong
    expensive price cost
    family household
    far distant
    fast quick speed
    fastest quickest
    feast celebration party
    fee charge extra surcharge
    fell tumbled
    film photograph photo photos filming
    fine penalty extra surcharge more
    fire flames burn burning smoke
    fish herring
    fix fixed repair repaired mend mended
    flag banner
    fog mist
    forbid forbidden not
    forget forgot forgotten lost left property found
    free nothing gratis charge
    freight cargo goods parcel parcels
    frequent often every
    fuel diesel oil
    garbage rubbish waste
    garden orchard
    get receive obtain given
    give gave gives donate donated gift present
    ground soil earth
    group party groups
    hand-luggage luggage
    hands workers
    harbour port haven quay
    heat heating hot warm
    heavy weighty
    help assist assistance aid
    hire rent charter lease
    holiday holidays leave vacation off
    home house
    horses ponies
    hospital clinic
    hotel inn
    hours h
    hours times
    hurt injured injury wound
    ill sick illness disease
    ill sick unwell
    illness sickness
    invalid expired
    island islands isle
    islanders locals
    islands isles
    job post position work
    keep kept store stored hold
    keeps stores
    kept stored held
    kilogram kilo
    kilograms kilos
    language tongue speak spoken
    largest biggest
    last final
    late delay delayed
    least minimum
    letter note
    letter written write wrote
    life-jacket lifejacket vest
    lifebuoy ring
    lift elevator
    light lamp
    limit maximum most
    live lives living inhabitants residents population dwell
    load loaded loading
    lost missing
    mail post letters
    make made manufacture
    man men person people
    many number
    map chart
    market shop store
    market stalls
    medicine drugs
    medicine medicines drug
    meet meeting meetings assembly
    meeting session
    metres m
    miss missed
    month monthly
    moved shifted
    museum collection
    music songs
    name named called
    near close
    need needs require required must
    new recent
    night overnight
    noon midday
    notice announcement announce announced
    old age years
    old aged
    only just
    open hours opening
    order ordered instruct
    owner owns own
    paid charged
    paint painted colour
    painted coloured
    papers documents
    parcel package
    parcels packages
    parent parents mother father
    park parking
    passenger passengers traveller travellers guest customer rider visitor visitors
    pause rest
    pay spend
    pensioners seniors
    people persons inhabitants
    percent share part
    phone telephone
    photograph picture
    pick picked collect collected fetch claim claimed
    pier quay jetty wharf landing
    pitch tent camp camping
    place spot room
    places spots rooms
    plan plans timetable schedule
    police constables
    police officer
    pregnant expecting
    prices charges costs
    prize award won win winner
    profit surplus
    punctual time punctuality
    pupil school student students
    pupils schoolchildren
    put place
    queue line
    quiet silent still
    radio wireless
    rain wet
    reason cause
    reduction discount
    refund refunded reimburse money back
    refund repayment
    refunded returned
    register list
    relax rest
    repair mending
    replace replaced substitute instead
    replaced exchanged changed
    rescue save saved
    rescue saving
    reserved kept
    return back
    ride riding travel travels go
    road roads street path
    roads streets
    rule rules regulation
    safety security
    salary wage wages paid earn earns
    school class
    sea water
    season summer winter
    seat chair
    seat seats place places
    seats chairs
    send post ship
    senior pensioner elderly old
    sent posted shipped
    sheep lambs
    ship-master captain skipper
    shoe shoes boots
    shop store kiosk
    shows presents proves
    sick seasick
    sign signal alarm
    sleep bed cabin
    small little
    smallest littlest
    smoke smoking cigarette
    smoked cured
    snack sandwich
    soup broth
    speak say said tell
    speed knots fast
    stay remain spend
    steal theft stolen
    steps stairs
    steward waiter attendant
    stop stops halt
    storm gale wind
    student pupil
    sum amount total
    swim swimming bathe bathing
    take takes need needs last lasts
    tall high height
    tax duty
    teach taught lesson course
    teacher schoolmaster
    therefore so
    thing things object objects item items
    ticket tickets pass passes card
    toilet lavatory wc
    tour excursion
    town city
    train drill practise exercise
    train railway
    trains practises
    transport transported send carry
    travels goes rides
    trip journey excursion
    trip journey ride voyage
    trips journeys rides
    valid good accepted
    valid validity
    vehicle lorry truck van
    visit visitors tourist
    wage pay salary
    wages pay earnings
    wait stay
    wait waiting
    walk walking foot
    warm mild
    warn warning
    wash clean cleaning cleaned
    weather forecast
    wedding marriage
    week weekly
    weigh weight heavy weighs kilograms
    well spring
    wheelchair disabled
    white pale
    wide width broad
    wife husband spouse widow
    wind breeze
    window pane
    wood timber larch oak
    work labour job
    work working service duty
    write written
    yard dock
    year yearly annual annually
    young under
    """
}
