package vn.caunoi.processes.studio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Files that a stranger might hand in as a model: broken, foreign, endless, or meant to do harm. */
final class HostileModels {

    private static final String INTAKE = new String(Shipped.xml("petition-intake"), StandardCharsets.UTF_8);
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private HostileModels() {}

    /** By what is wrong with them. */
    static Map<String, byte[]> all() {
        HostileModels models = new HostileModels();
        models.encodings();
        models.entities();
        models.notXml();
        models.endless();
        models.foreign();
        models.malformed();
        models.code();
        models.tangled();
        return models.files;
    }

    private void encodings() {
        for (String name : new String[] {"UTF-16", "UTF-16LE", "UTF-32", "IBM037", "ISO-8859-1", "windows-1258"}) {
            put("in " + name, INTAKE.getBytes(Charset.forName(name)));
            put("in " + name + " and saying so", INTAKE.replace("UTF-8", name).getBytes(Charset.forName(name)));
        }
        put("claims an encoding that is none", INTAKE.replace("UTF-8", "UTF-9"));
        put("claims an encoding of a megabyte", INTAKE.replace("UTF-8", "U".repeat(1_000_000)));
        put("cut within a character", Arrays.copyOf(bytes(INTAKE), INTAKE.indexOf("Phân") + 4));
        put("overlong encoding of a slash", new byte[] {'<', 'a', (byte) 0xC0, (byte) 0xAF, '>'});
        put("lone surrogates", "<a>\uD800</a>".getBytes(StandardCharsets.UTF_16));
        put("two byte order marks", "\uFEFF\uFEFF" + INTAKE);
    }

    private void entities() {
        String bomb = IntStream.range(1, 40)
                .mapToObj(i -> "<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());
        put("entity bomb", "<!DOCTYPE a [<!ENTITY e0 \"ha\">" + bomb + "]><a>&e39;</a>");
        put(
                "quadratic blow-up",
                "<!DOCTYPE a [<!ENTITY e \"" + "x".repeat(100_000) + "\">]><a>" + "&e;".repeat(10_000) + "</a>");
        put("parameter entities", "<!DOCTYPE a [<!ENTITY % p \"<!ENTITY q 'r'>\">%p;]><a>&q;</a>");
        for (String from : new String[] {
            "file:///etc/passwd",
            "http://192.0.2.1/x.dtd",
            "jar:file:///tmp/x.jar!/y",
            "ftp://192.0.2.1/",
            "netdoc:/etc"
        }) {
            put("external entity from " + from, "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + from + "\">]><a>&x;</a>");
            put("document type at " + from, "<!DOCTYPE a SYSTEM \"" + from + "\">" + withoutProlog());
        }
        put(
                "includes another file",
                definitions("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>"));
        put(
                "schema elsewhere",
                INTAKE.replaceFirst(
                        "<bpmn:definitions ",
                        "<bpmn:definitions xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='"
                                + BPMN + " http://192.0.2.1/bpmn.xsd' "));
        put("style sheet", "<?xml-stylesheet href='http://192.0.2.1/x.xsl'?>" + withoutProlog());
        put(
                "imports a schema",
                definitions(
                        "<import importType='http://www.w3.org/2001/XMLSchema' location='http://192.0.2.1/x.xsd' namespace='urn:x'/>"));
        put("an unknown entity", INTAKE.replace("Phân loại đơn", "&nothing;"));
        put("character that is none", INTAKE.replace("Phân loại đơn", "&#0;"));
        put("character beyond all", INTAKE.replace("Phân loại đơn", "&#x110000;"));
    }

    private void notXml() {
        put("nothing", "");
        put("blanks", " \n\t ".repeat(100_000));
        put("a word", "complaint");
        put("JSON", "{\"process\":[]}");
        put("HTML", "<!doctype html><html><body><p>not a model</body></html>");
        put("NUL bytes", new byte[100_000]);
        put(
                "every byte",
                IntStream.range(0, 256)
                        .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::write, (a, b) -> {})
                        .toByteArray());
        put("compressed", compressed());
        put("picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        put("noise", noise());
        put("cut in the middle", INTAKE.substring(0, INTAKE.length() / 2));
        put("cut in a tag", INTAKE.substring(0, INTAKE.indexOf("<bpmn:userTask") + 8));
        put("twice", INTAKE + INTAKE);
        put("something behind the end", INTAKE + "<more/>");
        put("only a comment", "<!-- -->");
        put("endless comment", "<!--" + "-".repeat(1_000_000));
        put("unbound prefix", "<bpmn:definitions/>");
        put("XML 1.1", INTAKE.replace("version=\"1.0\"", "version=\"1.1\""));
    }

    private void endless() {
        put("deep", "<a>".repeat(600_000));
        put("deep and closed", "<a>".repeat(200_000) + "</a>".repeat(200_000));
        put(
                "deep subprocesses",
                definitions(process("<subProcess id='s'>".repeat(5_000) + "</subProcess>".repeat(5_000))));
        put("wide", definitions(process(many(60_000, i -> "<endEvent id='e" + i + "'/>"))));
        put("a thousand attributes", "<a " + many(1_000, i -> "a" + i + "='' ") + "/>");
        put("hundred thousand attributes", "<a " + many(100_000, i -> "a" + i + "='' ") + "/>");
        put("hundred thousand name spaces", "<a " + many(50_000, i -> "xmlns:n" + i + "='urn:" + i + "' ") + "/>");
        put("a long name", "<" + "a".repeat(1_900_000) + "/>");
        put("a long attribute", "<a b='" + "x".repeat(1_900_000) + "'/>");
        put("a long text", definitions(process("<documentation>" + "x".repeat(1_900_000) + "</documentation>")));
        put("too large", "x".repeat(50_000_000));
        put("many instructions", many(100_000, i -> "<?p?>") + "<a/>");
        put("many comments", "<a>" + many(200_000, i -> "<!---->") + "</a>");
        put("many sections", "<a>" + many(150_000, i -> "<![CDATA[]]>") + "</a>");
        put("many references", "<a>" + "&#65;".repeat(380_000) + "</a>");
        put("long chain", definitions(process(chain(4_000))));
        put("all to all", definitions(process(net(90))));
        put(
                "a hundred waivers",
                INTAKE.replaceFirst(
                                "(<bpmn:process [^>]*>)",
                                "$1<bpmn:extensionElements>"
                                        + many(
                                                100,
                                                i -> "<f:waived xmlns:f='https://caunoi.vn/schema/bpmn' step='s" + i
                                                        + "' reason=''/>")
                                        + "</bpmn:extensionElements>")
                        .replaceFirst("<bpmn:documentation>A petition of any[^<]*</bpmn:documentation>", ""));
        put(
                "a waiver as long as a book",
                INTAKE.replaceFirst(
                                "(<bpmn:process [^>]*>)",
                                "$1<bpmn:extensionElements>"
                                        + "<f:waived xmlns:f='https://caunoi.vn/schema/bpmn' step='withdrawal' reason='"
                                        + "x".repeat(500_000) + "'/>"
                                        + "</bpmn:extensionElements>")
                        .replaceFirst("<bpmn:documentation>A petition of any[^<]*</bpmn:documentation>", ""));
        put(
                "a waiver that would be code",
                INTAKE.replaceFirst(
                                "(<bpmn:process [^>]*>)",
                                "$1<bpmn:extensionElements>"
                                        + "<f:waived xmlns:f='https://caunoi.vn/schema/bpmn' step='\\${x}' reason='\\${x.y()}'/>"
                                        + "</bpmn:extensionElements>")
                        .replaceFirst("<bpmn:documentation>A petition of any[^<]*</bpmn:documentation>", ""));
        put(
                "an English name as long as a book",
                INTAKE.replace(
                        "camunda:formKey=\"triage\"",
                        "camunda:formKey=\"triage\" xmlns:f=\"https://caunoi.vn/schema/bpmn\" f:name-en=\""
                                + "x".repeat(900_000) + "\""));
        put(
                "a complaint of long chains",
                definitions(process(chain(4_000)).replace("<process id='p'", "<process id='complaint'")));
        put(
                "a complaint all to all",
                definitions(process(net(90)).replace("<process id='p'", "<process id='complaint'")));
        put("many ends of one gateway", definitions(process(star(5_000))));
        put("long condition", INTAKE.replace("${outcome == 'store'}", "${" + "(".repeat(100_000) + "}"));
        put(
                "condition of many parts",
                INTAKE.replace("${outcome == 'store'}", "${" + "outcome == 'store' or ".repeat(20_000) + "false}"));
        put(
                "condition that goes back",
                INTAKE.replace("${outcome == 'store'}", "${" + "outcome ".repeat(5_000) + "!}"));
        put("form nested deeply", form("[".repeat(200_000)));
        put(
                "form of many fields",
                form("{\"id\":\"f\",\"outcomes\":[" + many(20_000, i -> "{\"id\":\"o" + i + "\",\"fields\":[]},")
                        + "{\"id\":\"o\",\"fields\":[]}]}"));
        put("form with a number without end", form("{\"id\":" + "9".repeat(1_000_000) + "}"));
        put(
                "timer of many digits",
                INTAKE.replaceFirst(
                        "<bpmn:messageEventDefinition[^>]*/>",
                        "<bpmn:timerEventDefinition><bpmn:timeDuration>P" + "9".repeat(500_000)
                                + "D</bpmn:timeDuration></bpmn:timerEventDefinition>"));
    }

    private void foreign() {
        put("Activiti", INTAKE.replace("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn"));
        put("Flowable", INTAKE.replace("http://camunda.org/schema/1.0/bpmn", "http://flowable.org/bpmn"));
        put("Zeebe", INTAKE.replace("http://camunda.org/schema/1.0/bpmn", "http://camunda.org/schema/zeebe/1.0"));
        put(
                "jBPM",
                INTAKE.replaceFirst(
                        "<bpmn:process ", "<bpmn:process xmlns:t='http://www.jboss.org/drools' t:packageName='x' "));
        put(
                "Signavio",
                INTAKE.replaceFirst(
                        "(<bpmn:process [^>]*>)",
                        "$1<bpmn:extensionElements><s:meta xmlns:s='http://www.signavio.com' metaKey='a'/></bpmn:extensionElements>"));
        put("BPMN 1", INTAKE.replace(BPMN, "http://schema.omg.org/spec/BPMN/2.0"));
        put("no name space", INTAKE.replace("bpmn:", ""));
        put("DMN", "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='x'/>");
        put("XPDL", "<Package xmlns='http://www.wfmc.org/2008/XPDL2.1' Id='p'/>");
        put("BPEL", "<process xmlns='http://docs.oasis-open.org/wsbpel/2.0/process/executable' name='p'/>");
        put("SVG", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        put(
                "collaboration of two",
                INTAKE.replaceFirst(
                        "<bpmn:process ",
                        "<bpmn:collaboration id='c'><bpmn:participant id='p1' processRef='petition-intake'/>"
                                + "<bpmn:participant id='p2' processRef='nobody'/></bpmn:collaboration><bpmn:process "));
        put("choreography", definitions("<choreography id='c'/>"));
        put("conversation", definitions("<collaboration id='c'><conversation id='v'/></collaboration>"));
        put("two processes", definitions(process("") + "<process id='second' isExecutable='true'/>"));
        put("no process", definitions(""));
        put("empty process", definitions(process("")));
        put(
                "data objects",
                definitions(process("<dataObject id='d'/><dataObjectReference id='r' dataObjectRef='d'/>")));
    }

    private void malformed() {
        put("one id twice", INTAKE.replace("id=\"stored\"", "id=\"classify\""));
        put("no ids", INTAKE.replaceAll(" id=\"[^\"]*\"", ""));
        put("empty ids", INTAKE.replaceAll(" id=\"[^\"]*\"", " id=\"\""));
        put("ids with blanks", INTAKE.replace("id=\"classify\"", "id=\"a b\""));
        put("id of a megabyte", INTAKE.replace("id=\"classify\"", "id=\"" + "x".repeat(1_000_000) + "\""));
        put("markup in a name", INTAKE.replace("Phân loại đơn", "&lt;script&gt;alert(1)&lt;/script&gt;"));
        put(
                "direction marks in a name",
                INTAKE.replace("Phân loại đơn", "\u202Enơđ\u202C\u0000".replace("\u0000", "")));
        put("flow to itself", definitions(process("<sequenceFlow id='f' sourceRef='f' targetRef='f'/>")));
        put("flow without ends", definitions(process("<sequenceFlow id='f'/>")));
        put("drawing without places", INTAKE.replaceAll("<dc:Bounds[^>]*/>", ""));
        put("drawing at no number", INTAKE.replaceAll(" x=\"[^\"]*\"", " x=\"NaN\""));
        put("drawing beyond all", INTAKE.replaceAll(" width=\"[^\"]*\"", " width=\"1e400\""));
        put("drawing of other things", INTAKE.replaceAll("bpmnElement=\"[^\"]*\"", "bpmnElement=\"nothing\""));
        put("drawing without a plane", INTAKE.replaceAll("bpmndi:BPMNPlane", "bpmndi:BPMNShape"));
        put(
                "drawing first",
                INTAKE.replaceAll("(?s)(<bpmn:process .*</bpmn:process>)(.*)(</bpmn:definitions>)", "$2$1$3"));
        put("text between elements", INTAKE.replace("<bpmn:outgoing>", "text<bpmn:outgoing>"));
        put("boundary of nothing", definitions(process("<boundaryEvent id='b' attachedToRef='nobody'/>")));
        put("boundary of itself", definitions(process("<boundaryEvent id='b' attachedToRef='b'/>")));
        put("default that is none", INTAKE.replaceAll("default=\"[^\"]*\"", "default=\"nothing\""));
        put("message that is none", INTAKE.replaceAll("messageRef=\"[^\"]*\"", "messageRef=\"nothing\""));
        put(
                "messages that name each other",
                definitions("<message id='m' name='m'/><message id='m' name='m'/>" + process("")));
        put("process in a process", definitions(process(process(""))));
        put("definitions in definitions", definitions(definitions(process(""))));
        put("start and end are one", definitions(process("<startEvent id='e'/><endEvent id='e'/>")));
    }

    private void code() {
        for (String element : new String[] {
            "<scriptTask id='x' scriptFormat='groovy'><script>System.exit(1)</script></scriptTask>",
            "<serviceTask id='x' camunda:class='java.lang.Runtime'/>",
            "<serviceTask id='x' camunda:expression='${\"\".getClass().forName(\"java.lang.Runtime\")}'/>",
            "<serviceTask id='x' camunda:delegateExpression='${bean}'/>",
            "<serviceTask id='x' camunda:type='external' camunda:topic='${topic}'/>",
            "<serviceTask id='x' camunda:type='mail'/>",
            "<serviceTask id='x' camunda:type='shell'/>",
            "<callActivity id='x' calledElement='${x}'/>",
            "<businessRuleTask id='x' camunda:decisionRef='d' camunda:resultVariable='r'/>",
            "<userTask id='x' camunda:assignee='${a}' camunda:candidateGroups='officer'/>",
            "<userTask id='x' camunda:formKey='embedded:app:forms/../../x'/>",
            "<userTask id='x'><extensionElements><camunda:taskListener class='a.B' event='create'/></extensionElements></userTask>",
            "<userTask id='x'><multiInstanceLoopCharacteristics><loopCardinality>1000000000</loopCardinality></multiInstanceLoopCharacteristics></userTask>",
            "<startEvent id='x'><extensionElements><camunda:executionListener expression='${1}' event='start'/></extensionElements></startEvent>",
            "<serviceTask id='x'><extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></extensionElements></serviceTask>",
            "<serviceTask id='x' camunda:type='external' camunda:topic='notify'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='javascript'>1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
            "<intermediateThrowEvent id='x'><signalEventDefinition signalRef='s'/></intermediateThrowEvent>",
            "<startEvent id='x'><timerEventDefinition><timeCycle>R/PT0S</timeCycle></timerEventDefinition></startEvent>",
            "<startEvent id='x'><conditionalEventDefinition><condition>${true}</condition></conditionalEventDefinition></startEvent>"
        }) {
            put("code: " + element, definitions(process(element)));
        }
        for (String condition : new String[] {
            "${''.class}",
            "${facts.getClass()}",
            "#{runtimeService.deleteProcessInstance('x','y')}",
            "${outcome == 'store' ? 1 : 2}",
            "${outcome.length() == 1}",
            "${[1,2]}",
            "${outcome == \"'\" }",
            "${}",
            "${${outcome}}"
        }) {
            put("condition: " + condition, INTAKE.replace("${outcome == 'store'}", condition.replace("\"", "&quot;")));
        }
        put(
                "condition in another language",
                INTAKE.replace("<bpmn:conditionExpression", "<bpmn:conditionExpression language='javascript'"));
    }

    private void tangled() {
        put(
                "way in a circle",
                definitions(process("<startEvent id='s'/><exclusiveGateway id='a' default='f2'/>" + flow("f1", "s", "a")
                        + flow("f2", "a", "a"))));
        put(
                "parallel that never joins",
                definitions(process("<startEvent id='s'/><parallelGateway id='a'/>"
                        + "<parallelGateway id='b'/><endEvent id='e'/>" + flow("f1", "s", "a") + flow("f2", "a", "b")
                        + flow("f3", "b", "e") + flow("f4", "b", "a"))));
        put("only an end", definitions(process("<endEvent id='e'/>")));
        put("only gateways", definitions(process(many(500, i -> "<inclusiveGateway id='g" + i + "'/>"))));
    }

    private static String flow(String id, String from, String to) {
        return "<sequenceFlow id='" + id + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }

    private static String chain(int length) {
        return "<startEvent id='g0'/>" + many(length, i -> "<exclusiveGateway id='g" + (i + 1) + "'/>")
                + "<endEvent id='g" + (length + 1) + "'/>"
                + many(length + 1, i -> flow("f" + i, "g" + i, "g" + (i + 1)));
    }

    private static String net(int size) {
        return "<startEvent id='s'/><endEvent id='e'/>" + flow("s-0", "s", "g0") + flow("0-e", "g0", "e")
                + many(size, i -> "<inclusiveGateway id='g" + i + "'/>")
                + many(size * size, i -> flow("f" + i, "g" + i / size, "g" + i % size));
    }

    private static String star(int size) {
        return "<startEvent id='s'/><parallelGateway id='g'/>" + flow("f", "s", "g")
                + many(size, i -> "<endEvent id='e" + i + "'/>" + flow("f" + i, "g", "e" + i));
    }

    private static String form(String json) {
        return INTAKE.replaceFirst(
                "(<bpmn:process [^>]*>)",
                "$1<bpmn:extensionElements><f:form xmlns:f='https://caunoi.vn/schema/bpmn'>" + json
                        + "</f:form></bpmn:extensionElements>");
    }

    private static String definitions(String content) {
        return "<definitions xmlns='" + BPMN + "' xmlns:camunda='http://camunda.org/schema/1.0/bpmn'"
                + " targetNamespace='urn:x'>" + content + "</definitions>";
    }

    private static String process(String content) {
        return "<process id='p' name='p' isExecutable='true'>" + content + "</process>";
    }

    private static String many(int times, IntFunction<String> each) {
        return IntStream.range(0, times).mapToObj(each).collect(Collectors.joining());
    }

    private static String withoutProlog() {
        return INTAKE.substring(INTAKE.indexOf("?>") + 2);
    }

    private static byte[] compressed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes(INTAKE));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] noise() {
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private void put(String name, String text) {
        put(name, bytes(text));
    }

    private void put(String name, byte[] file) {
        if (files.put(name, file) != null) throw new IllegalStateException("twice: " + name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
