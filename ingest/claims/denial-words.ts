/** Words by which what was said, reported or planned is refused. */
export const REFUTE =
  /^(?:deny|disclaim|reject|dismiss|refute|dispute|contradict|rebut|repudiate|debunk|disprove|disown|disavow|negate|discount|contest|shoot down|laugh off|ridicule|quash|scotch|rubbish)$/;
/** Nouns for what is said of somebody; to reject it is to deny it. */
export const CHARGES =
  /^(?:accusation|allegation|claim|charge|report|assertion|suggestion|account|version|story|comment|word|article|rumou?r|speculation|statement|remark|insinuation|notion|reporting|coverage|narrative|assumption|contention|tale)$/;
export const UNTRUE =
  /\b(?:false|untrue|baseless|unfounded|groundless|fabricated|fabrications?|incorrect|inaccurate|disinformation|propaganda|misleading|invented|inventions?|nonsense|lies?|hoax|fictions?|fictitious|slander|bogus|unsubstantiated|wrong to|absurd|ridiculous|preposterous|rubbish|fantas(?:y|ies)|fanciful|erroneous|mistaken|without (?:foundation|basis|merit)|no (?:truth|basis|substance)|fake|(?:pure|mere|sheer) (?:speculation|fiction|fantasy|guesswork|conjecture)|speculation|speculative|made[- ]up|concocted|far from (?:the truth|true)|misunderstandings?|misreport(?:ed|ing)|not the case|figments?|fairy[- ]tales?|myths?|imaginary|(?:pure|mere|sheer) imagination|far-fetched|ludicrous|laughable|defamatory|libell?ous|mendacious|smears?|calumn(?:y|ies)|insult(?:s|ing)?|malicious(?! (?:cyber|activit|actor|code|soft|act|attack|use|campaign))|unsupported|unproven|implausible|(?:is|are|was|were|be|been|proved?|proven) (?:\w+ly )?wrong|without any (?:foundation|basis|merit)|no (?:factual )?(?:foundation|grounds))\b/;
/** Ways to refuse a report that are no single verb: `took issue with`, `contrary to`. */
export const DISTANCING =
  /\b(?:(?:take|takes|took|taken|taking) (?:issue|exception)|distanc(?:e|es|ed|ing) (?:it|him|her|them|our)sel(?:f|ves)|pour(?:s|ed|ing)? (?:cold|scorn)|contrary to|(?:challeng|correct)(?:e|es|ed|ing|s)? (?:\w+ ){0,3}(?:accounts?|assertions?|claims?|reports?|allegations?|suggestions?|impressions?))\b/;
export const FAILS =
  /^(?:hold|hold up|stand|stand up|withstand|survive|bear out|bear|substantiate|support|check|add|reflect|correspond|match|square|tally|convince|have|be|find|fit)$/;
export const TRUTH = /^(?:truth|substance|basis|foundation|merit|sense|evidence|proof|sign|indication)$/;
export const NOTHING_OF = /^(?:sign|trace|evidence|proof|record|indication|case|instance)$/;
export const DOUBT = /^(?:doubt|question|wonder|speculate|suspect|investigate|check|verify)$/;
export const CONFIRM =
  /^(?:confirm|verify|say|establish|corroborate|know|determine|prove|believe|think|claim|suggest|allege|assert|assume|report|indicate|conclude)$/;
/** What undoes a word that was given, read off the verb and what follows. */
export const TAKES_BACK =
  /^(?:\w+ ){0,3}?(?:withdr[ae]wn?|withdrawing|retract(?:s|ed)?|rescind(?:s|ed)?|revoke[sd]?|with(?:hold|holds|held)|reverse[sd]?|renege[sd]?|backtrack(?:s|ed)?|backpedal(?:s|led)?|(?:go|goes|went|gone) back|(?:walk|row)(?:s|ed)? back|vote[sd]? down|thr(?:ew|own) out|struck down|overturn(?:s|ed)?|annul(?:s|led)?|quash(?:es|ed)?|defeat(?:s|ed)?|kill(?:s|ed)?|block(?:s|ed)?|turn(?:s|ed)? down|shoot down|shot down|break|breaks|broke|broken)\b/;
