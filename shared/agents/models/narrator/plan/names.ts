/** What else a sentence begins with, and whom no name tells. */
export const NO_NAME = new RegExp(
  `^(?:${[
    'Actually|After|Also|Alternatively|And|Are|Assuming|Before|Both|But|Can|Compare|Comparing|Consider|Considering|Could|Do|Does|Either|Even|Ever|Finally',
    "He|Hello|Hey|Hi|How|However|I|I['’](?:d|ll|m|ve)|If|Imagine|Instead|Is|It|Just|Let|Let['’]s|May|Maybe|Might|Must|My|Never|No|Not|Now",
    'Ok|Okay|Once|Only|Or|Otherwise|Our|Perhaps|Please|Possibly|Say|She|Should|Simply|So|Still|Suppose|Supposing|Than|That|Then|They',
    "They['’](?:d|ll|re)|This|To|Try|Until|We|We['’](?:d|ll|re)|Well|What|When|Where|Whether|Which|While|Who|Why|Will|Would|Yes|You",
    'Brother|Dad|Daughter|Father|Friend|Grandma|Grandpa|Husband|Mom|Mother|Mum|Papa|Parents|Partner|Sister|Son|Spouse|Wife',
  ].join('|')})$`,
);
