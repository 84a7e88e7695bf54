// The English that rules need: word lists, short on purpose. A word that is missing costs a question; a wrong one makes
// a bad question.

enum EnglishWords {
  static let determiners: Set<String> = [
    "the", "a", "an", "each", "every", "all", "your", "any", "most", "some", "many", "several", "both", "no",
  ]

  static let be: Set<String> = ["is", "are", "was", "were"]

  /// What goes before the subject in a question as it is.
  static let auxiliaries: Set<String> = be.union([
    "can", "cannot", "could", "may", "might", "must", "shall", "should", "will", "would",
  ])

  static let prepositions = words(
    """
    of to in on at by for from with without within into onto over under above below behind between beside near through \
    across against along around before after during until since about among beyond outside inside opposite per via \
    towards upon up down off out
    """)

  /// They point to something said before, so a question with one of them cannot be read by itself.
  static let pointing = words(
    """
    it its itself this that these those they them their theirs themselves he him his she her hers we us our ours i my \
    me such here there above below following former latter aforementioned latter's same again also too so thus then \
    therefore however instead otherwise respectively further another other others one ones else
    """)

  /// Words that a subject cannot begin with, though it begins a sentence.
  static let openings = words(
    """
    if when whenever where while although though because since unless until after before as once whether how why what \
    who which whose and or but nor yet for to in on at by with without from of not never always often sometimes usually \
    normally generally typically currently now today please note see let do does did has have had be being been just \
    only even first second third finally next last given using based according due despite unlike like than let's more \
    less back left right home nothing nobody everything everyone someone something anyone anything whoever whatever perhaps maybe conversely moreover furthermore additionally consequently hence similarly likewise meanwhile
    """)

  /// Nouns that mean nothing without what stands around them: "the result", "the value".
  static let vague = words(
    """
    result results reason reasons problem problems difference example examples idea point answer question questions \
    value values rest case cases thing things part parts way ways following above section chapter figure table list \
    number name word words line lines text step steps method function output input option options argument arguments \
    parameter parameters author authors paper page pages process kind type purpose goal aim default behaviour behavior \
    effect change changes content contents item items entry entries field fields object string code user system version
    """)

  /// Nouns that are vague with "the": a trip is one thing, the trip another on every page.
  static let pointedAt = words("rule rules sum day days trip trips claim decision trial date price total time place")

  static let numbers = words(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen \
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million half
    """)

  static let currencies = words(
    "crown crowns euro euros dollar dollars pound pounds cent cents pence franc francs krone kroner yen €")

  static let durations = words(
    "second seconds minute minutes hour hours day days week weeks month months year years night nights")

  static let lengths = words(
    "metre metres meter meters kilometre kilometres kilometer kilometers km mile miles foot feet inch inches cm mm "
      + "centimetres centimeters")

  static let weights = words("kilogram kilograms kg gram grams tonne tonnes ton tons pound pounds")

  /// Words that times are made of, besides numbers and clock times.
  static let times = words(
    """
    noon midnight midday morning mornings afternoon afternoons evening evenings night nights dawn dusk sunset sunrise \
    monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday \
    sundays weekday weekdays weekend weekends january february march april may june july august september october \
    november december spring summer autumn winter day days week weeks month months year years hour hours minute minutes \
    o'clock am pm a.m p.m
    """)

  /// Words between the words of a time.
  static let timeJoints = words(
    "the of to and or until from between after before past half quarter early late each every other a an to on in at")

  static let places = words(
    """
    quay quays pier piers harbour harbor port island islands office offices deck decks cabin cabins bridge hall room \
    rooms building buildings floor street square town village city country station stations gate gates counter desk shop \
    kiosk terminal bow stern lounge café cafe restaurant cupboard locker lockers box shelf drawer directory folder file \
    door doors entrance exit park beach hill tower lighthouse museum school library hospital church garden river lake \
    sea bay coast mainland kitchen stairs ramp gangway boat ferry bus train car hold jetty dock wall roof corridor wheel \
    board ashore
    """)

  /// People by what they do; with "the" they answer "who".
  static let people = words(
    """
    captain captains mate mates master harbourmaster pilot pilots steward stewards purser deckhand deckhands engineer \
    engineers crew officer officers clerk clerks conductor conductors driver drivers passenger passengers guest guests \
    visitor visitors customer customers member members manager managers director owner owners teacher teachers student \
    students learner learners doctor doctors nurse nurses inspector inspectors secretary president chairman chairwoman \
    treasurer keeper cook agent agents staff employee employees worker workers resident residents child children parent \
    parents adult adults applicant applicants administrator administrators maintainer maintainers
    """)

  static let titles = words("captain mr mrs ms dr professor sir lady president king queen saint")

  static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
