import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Resource } from "../../model/resource.js";
import { ENCODED } from "./encoding-cases.js";
import { inside, stackWith, synth } from "./stack-templates.js";

const PLAN = join(ENCODED, "plan.json");

describe("a template", () => {
  const yaml = `
Parameters:
  Rate: {Type: Number, Default: "20"}
  Name: {Type: String}
Resources:
  Role:
    Type: AWS::IAM::Role
  J:
    Type: AWS::IoT::JobTemplate
    Properties:
      Number: !Ref Rate
      Given: !Ref Name
      Nothing: !Ref AWS::NoValue
      Region: !Ref AWS::Region
      Role: !GetAtt Role.Arn
      Text: !Sub "job-\${Rate}-\${!Literal}"
      Mixed: !Sub ["\${A}/\${AWS::Region}", {A: !GetAtt Role.Arn}]
      Joined: !Join ["-", [a, !Ref Rate]]
      Unjoined: !Join ["-", [a, !Ref Role]]
      Chosen: !If [IsProduction, 1, 2]
`;

  it("has its functions resolved as far as it says", () => {
    const role = "aws_cloudformation_stack.s#Role";
    expect(inside(stackWith(yaml.replaceAll("${", "$${"), { parameters: { Name: "fleet" } }), "J")?.values).toEqual({
      Number: 20,
      Given: "fleet",
      Region: { $unknown: "expression", refs: [] },
      Role: { $unknown: "reference", refs: [role], attribute: "arn" },
      Text: "job-20-${Literal}",
      Mixed: { $unknown: "expression", refs: [role], template: "${A}/${AWS::Region}" },
      Joined: "a-20",
      Unjoined: { $unknown: "expression", refs: [role], template: "a-${Role}" },
      Chosen: { $unknown: "expression", refs: [] },
    });
  });

  const conditional = `
Parameters:
  Stage: {Type: String}
Mappings:
  Days: {prod: {logs: 365, names: [a, b]}, test: {logs: 7}}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsTest: !Not [!Condition IsProd]
  Either: !Or [!Condition IsProd, !Equals [!Ref "AWS::Region", eu-west-1]]
  Both: !And [!Condition IsProd, !Equals [!Ref "AWS::Region", eu-west-1]]
  Loop: !Not [!Condition Loop]
Resources:
  J:
    Type: AWS::IoT::JobTemplate
    Condition: IsProd
    Properties:
      Chosen: !If [IsProd, 1, 2]
      Nested: !If [IsTest, 1, {Inner: !If [Either, yes-it-is, no]}]
      Left: !If [IsTest, x, !Ref AWS::NoValue]
      Open: !If [Both, !GetAtt K.Arn, none]
      Loop: !If [Loop, 1, 2]
      Days: !FindInMap [Days, !Ref Stage, logs]
      Name: !Select [1, !FindInMap [Days, !Ref Stage, names]]
      Part: !Select [0, !Split ["/", "a/b"]]
      NoSuch: !FindInMap [Days, !Ref Stage, none]
  K:
    Type: AWS::IoT::JobTemplate
    Condition: IsTest
`;

  it("has its conditions judged with the parameters as given, and leaves out what they switch off", () => {
    const prod = stackWith(conditional, { parameters: { Stage: "prod" } });
    const key = "aws_cloudformation_stack.s#K";
    expect(inside(prod, "J")?.values).toEqual({
      Chosen: 1,
      Nested: { Inner: "yes-it-is" },
      Open: { $unknown: "expression", refs: [key] },
      Loop: { $unknown: "expression", refs: [] },
      Days: 365,
      Name: "b",
      Part: "a",
      NoSuch: { $unknown: "expression", refs: [] },
    });
    expect([inside(prod, "K"), prod.resourcesInInput, prod.resources.length]).toEqual([undefined, 2, 2]);
    expect(prod.notes).toEqual(["aws_cloudformation_stack.s: conditions of its template leave out 1 of its resources"]);
    const test = stackWith(conditional, { parameters: { Stage: "test" } });
    expect([inside(test, "J"), inside(test, "K")?.type]).toEqual([undefined, "AWS::IoT::JobTemplate"]);
    const open = stackWith(conditional);
    expect(inside(open, "J")?.values.Chosen).toEqual({ $unknown: "expression", refs: [] });
    expect([open.resourcesInInput, open.resources.length, open.notes]).toEqual([3, 3, undefined]);
  });

  const values = `
Parameters:
  Checks: {Type: CommaDelimitedList, Default: "A, B"}
  Subnets: {Type: "List<AWS::EC2::Subnet::Id>"}
  Stored: {Type: "AWS::SSM::Parameter::Value<String>", Default: /fleet/level}
Conditions:
  Open: !Equals [!Ref "AWS::Region", eu-west-1]
Resources:
  J:
    Type: AWS::IoT::JobTemplate
    Properties:
      List: !Ref Checks
      Second: !Select [1, !Ref Checks]
      Line: !Join ["|", !Ref Checks]
      Given: !Ref Subnets
      Stored: !Ref Stored
      Resolved: "{{resolve:ssm:/fleet/level}}"
      Around: "a {{resolve:secretsmanager:s:SecretString:k}}"
      Arn: !Join ["", ["arn:aws:iot:", !Ref "AWS::Region", ":", {"Fn::GetAtt": [K, Id]}]]
      Same: !If [Open, {a: 1}, {a: 1}]
      Text: !ToJsonString {a: [1, x]}
      OpenText: !ToJsonString {a: !Ref "AWS::Region"}
      Flags: [yes, No, on, OFF, "yes", yesterday]
      Day: 2012-10-17
  K:
    Type: AWS::IoT::JobTemplate
`;

  it("has lists, stored parameters, dynamic references, joined text and words for true and false read", () => {
    const key = "aws_cloudformation_stack.s#K";
    expect(inside(stackWith(values, { parameters: { Subnets: "s-1,s-2" } }), "J")?.values).toEqual({
      List: ["A", "B"],
      Second: "B",
      Line: "A|B",
      Given: ["s-1", "s-2"],
      Stored: { $unknown: "expression", refs: [] },
      Resolved: { $unknown: "expression", refs: [] },
      Around: { $unknown: "expression", refs: [], template: "a {{resolve:secretsmanager:s:SecretString:k}}" },
      Arn: { $unknown: "expression", refs: [key], template: "arn:aws:iot:${AWS::Region}:${K.Id}" },
      Same: { a: 1 },
      Text: '{"a":[1,"x"]}',
      OpenText: { $unknown: "expression", refs: [] },
      Flags: [true, false, true, false, "yes", "yesterday"],
      Day: "2012-10-17",
    });
  });

  it("has loops over known lists written out, and says what it could not look into", () => {
    const loops = (list: string) =>
      stackWith(
        `
Parameters:
  Names: {Type: CommaDelimitedList, Default: "a-1,b"}
Resources:
  Fn::ForEach::Jobs:
    - Name
    - ${list}
    - "J&{Name}":
        Type: AWS::IoT::JobTemplate
        Properties: {JobTemplateId: !Ref Name, Description: !Sub "for \${Name}"}
  Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://x}}
`.replaceAll("${", "$${"),
      );
    const known = loops("!Ref Names");
    expect(known.resources.map(({ address }) => address)).toEqual([
      "aws_cloudformation_stack.s",
      "aws_cloudformation_stack.s#Ja1",
      "aws_cloudformation_stack.s#Jb",
    ]);
    expect(inside(known, "Ja1")?.values).toEqual({ JobTemplateId: "a-1", Description: "for a-1" });
    expect(known.resourcesInInput).toBe(3);
    expect(known.resources[0]?.values.$unread).toEqual(["Fn::Transform"]);
    const open = loops("!Ref AWS::NotificationARNs");
    expect([open.resources.length, open.resourcesInInput]).toEqual([1, 1]);
    expect(open.notes).toEqual(
      ["Fn::ForEach::Jobs", "Fn::Transform"].map(
        (key) => `aws_cloudformation_stack.s: what ${key} of its template comes to is known only when it is deployed, so it is not judged`,
      ),
    );
  });

  it("says which of its resources no rule judges there, and why one cannot be read", () => {
    expect(stackWith(yaml.replaceAll("${", "$${")).notes).toEqual([
      "aws_cloudformation_stack.s: no rule judges AWS::IAM::Role in a template, only as Terraform resources",
    ]);
    for (const [body, why] of [
      ["Resources: [", "cannot be read"],
      ["just text", "cannot be read"],
      ['{"Resources": 1}', "cannot be read"],
      ["${aws_s3_object.template.content}", "known only after apply"],
    ] as const)
      expect(stackWith(body).notes?.join(), body).toContain(why);
  });

  it("keeps what Terraform fills in later unknown, and leads to it", () => {
    const body = '{"Resources":{"J":{"Type":"AWS::IoT::JobTemplate","Properties":{"Description":"for ${aws_sqs_queue.q.arn}"}}}}';
    expect(inside(stackWith(body), "J")?.values.Description).toEqual({
      $unknown: "expression",
      refs: ["aws_sqs_queue.q"],
      template: "for ${aws_sqs_queue.q.arn}",
    });
  });

  it("is counted by other code with the same result", () => {
    for (const body of [
      yaml.replaceAll("${", "$${"),
      readFileSync(join(PLAN, "../good.yaml"), "utf8").replaceAll("${", "$${"),
      '{"Resources":{"A":{"Type":"AWS::IoT::Command"}}}',
    ]) {
      const input = stackWith(body);
      expect(input.resourcesInInput).toBe(input.resources.length);
      expect(input.resources.length).toBeGreaterThan(1);
    }
  });

  it("never breaks the lift, whatever stands in it", () => {
    const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
    const functions = fc.constantFrom(
      "Ref",
      "Fn::GetAtt",
      "Fn::Sub",
      "Fn::Join",
      "Fn::If",
      "Condition",
      "Fn::Select",
      "__proto__",
      "constructor",
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "medium" },
        leaf,
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(fc.oneof(functions, fc.string()), tie("any"), { maxKeys: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value, { maxKeys: 3 }), fc.dictionary(fc.string(), leaf), (properties, parameters) => {
        const resources = { J: { Type: "AWS::IoT::JobTemplate", Properties: properties }, ["__proto__"]: { Type: "AWS::IoT::Command" } };
        const body = JSON.stringify({ Parameters: { P: parameters }, Resources: resources })
          .replaceAll("${", "$${")
          .replaceAll("%{", "%%{");
        const input = stackWith(body, { parameters });
        expect(inside(input, "J")).toBeDefined();
        expect(({} as Record<string, unknown>).Type).toBeUndefined();
      }),
    );
  });

  it("is opened in a stack set as well, where what an instance overrides is not known", () => {
    const body = JSON.stringify({
      Parameters: { Text: { Type: "String" }, Minutes: { Type: "Number", Default: 60 } },
      Resources: {
        J: {
          Type: "AWS::IoT::JobTemplate",
          Properties: { Description: { Ref: "Text" }, TimeoutConfig: { InProgressTimeoutInMinutes: { Ref: "Minutes" } } },
        },
      },
    });
    const set = { s: { name: "jobs", template_body: body, parameters: { Text: "update" } } };
    const jobOf = (more: object): Resource["values"] | undefined => {
      const input = synth({ resource: { aws_cloudformation_stack_set: set, ...more } });
      expect(input.resourcesInInput).toBe(input.resources.length);
      return input.resources.find(({ address }) => address === "aws_cloudformation_stack_set.s#J")?.values;
    };
    const instance = (name: string, overrides: unknown) => ({
      aws_cloudformation_stack_set_instance: { i: { stack_set_name: name, parameter_overrides: overrides } },
    });
    const asGiven = { Description: "update", TimeoutConfig: { InProgressTimeoutInMinutes: 60 } };
    const open = { $unknown: "expression", refs: [] };
    expect(jobOf({})).toEqual(asGiven);
    expect(jobOf(instance("another", { Minutes: "1" }))).toEqual(asGiven);
    expect(jobOf(instance("jobs", { Minutes: "1" }))).toEqual({ ...asGiven, TimeoutConfig: { InProgressTimeoutInMinutes: open } });
    const byReference = "${aws_cloudformation_stack_set.s.name}";
    expect(jobOf(instance(byReference, { Text: "other" }))).toEqual({ ...asGiven, Description: open });
    const allOpen = { Description: open, TimeoutConfig: { InProgressTimeoutInMinutes: open } };
    expect(jobOf(instance("jobs", "${local.all}"))).toEqual(allOpen);
    expect(inside(stackWith(body, { parameters: "${local.all}" }), "J")?.values).toEqual(allOpen);
  });

  it("that is a bomb of aliases or nests without end is refused in words", () => {
    const bomb = `Resources:\n  a: &a [x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f", "g", "h"]
      .map(
        (name, at, all) =>
          `  ${name}: &${name} [${Array(9)
            .fill(`*${at === 0 ? "a" : all[at - 1]}`)
            .join(",")}]`,
      )
      .join("\n")}`;
    expect(stackWith(bomb).notes?.join()).toContain("cannot be read");
    const deep = `{"Resources":{"J":{"Type":"AWS::IoT::JobTemplate","Properties":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}}}`;
    expect(JSON.stringify(inside(stackWith(deep), "J")?.values)).toContain("opaque-document");
  });
});

describe("a template whose functions nest", () => {
  const nested = (levels: number, around: (inner: unknown) => object): object =>
    Array.from({ length: levels }).reduce<object>((inner) => around(inner), { Ref: "AWS::Region" });

  it.each([
    ["Fn::Select", (inner: unknown) => ({ "Fn::Select": [0, inner] })],
    ["Fn::Split", (inner: unknown) => ({ "Fn::Split": [",", inner] })],
    ["Fn::Join", (inner: unknown) => ({ "Fn::Join": [",", inner] })],
    ["Fn::If", (inner: unknown) => ({ "Fn::If": ["Open", inner, 1] })],
    ["Fn::FindInMap", (inner: unknown) => ({ "Fn::FindInMap": ["M", inner, "k"] })],
    ["Fn::ToJsonString", (inner: unknown) => ({ "Fn::ToJsonString": { a: inner } })],
    ["Fn::Sub", (inner: unknown) => ({ "Fn::Sub": ["$${A}$${A}", { A: inner }] })],
  ])("as %s does forty times is read as soon as any other", (_, around) => {
    const body = JSON.stringify({ Resources: { J: { Type: "AWS::IoT::JobTemplate", Properties: { Description: nested(40, around) } } } });
    expect(inside(stackWith(body), "J")?.values.Description).toMatchObject({ $unknown: expect.any(String) });
  });

  it("as its conditions do is read as soon as any other", () => {
    const conditions = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`C${at}`, { "Fn::Or": [{ Condition: `C${at + 1}` }, { Condition: `C${at + 1}` }] }]),
    );
    const body = JSON.stringify({
      Conditions: { ...conditions, C40: { "Fn::Equals": [1, 1] } },
      Resources: { J: { Type: "AWS::IoT::JobTemplate", Properties: { Chosen: { "Fn::If": ["C0", "yes", "no"] } } } },
    });
    expect(inside(stackWith(body), "J")?.values).toEqual({ Chosen: "yes" });
  });

  it("and whose map leads to itself says that its value is not known", () => {
    const again = { "Fn::FindInMap": ["M", "a", "b"] };
    const body = JSON.stringify({
      Mappings: { M: { a: { b: [again, again] } } },
      Resources: { J: { Type: "AWS::IoT::JobTemplate", Properties: { Looped: again } } },
    });
    expect(inside(stackWith(body), "J")?.values).toEqual({ Looped: { $unknown: "expression", refs: [] } });
  });
});
