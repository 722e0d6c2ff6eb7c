package vn.caunoi.processes.studio;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML that a stranger may have written: no document type, hence no entities of its own and nothing fetched, and
 * limits on size, depth and number of elements.
 */
final class XmlReading {

    static final int MOST_BYTES = 2_000_000;
    private static final Said NOT_UTF_8 = Sentence.UNREADABLE_UTF.of();
    private static final int MOST_DEPTH = 40;
    private static final int MOST_ELEMENTS = 20_000;
    /** What declares them is kept for every element, and looked through for every name. */
    private static final int MOST_NAME_SPACES = 200;

    private static final Pattern NAME_SPACE = Pattern.compile("\\sxmlns[:\\s=]");

    private static final Map<String, String> PREFIXES = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn:",
            "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi:",
            "http://www.omg.org/spec/DD/20100524/DC", "dc:",
            "http://www.omg.org/spec/DD/20100524/DI", "di:",
            "http://www.w3.org/2001/XMLSchema-instance", "xsi:",
            "http://camunda.org/schema/1.0/bpmn", "camunda:",
            "http://camunda.org/schema/modeler/1.0", "modeler:",
            "http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc:",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color:",
            "https://caunoi.vn/schema/bpmn", "caunoi:");

    private final XMLStreamReader xml;
    private int elements;

    private XmlReading(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Tag read(byte[] file) throws UnreadableModel {
        try {
            String text = text(file);
            if (NAME_SPACE.matcher(text).results().limit(MOST_NAME_SPACES + 1L).count() > MOST_NAME_SPACES) {
                throw new UnreadableModel(Sentence.UNREADABLE_SPACES.of());
            }
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            try {
                String declared = xml.getCharacterEncodingScheme();
                if (declared != null && !declared.equalsIgnoreCase("UTF-8")) throw new UnreadableModel(NOT_UTF_8);
                return new XmlReading(xml).root();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new UnreadableModel(Sentence.UNREADABLE_XML.of(line));
        }
    }

    /** The file as text, without a byte order mark. */
    static String text(byte[] file) throws UnreadableModel {
        if (file.length > MOST_BYTES) throw new UnreadableModel(Sentence.UNREADABLE_LARGE.of());
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableModel(NOT_UTF_8);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private Tag root() throws XMLStreamException, UnreadableModel {
        Tag root = null;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) throw new UnreadableModel(Sentence.UNREADABLE_DOCTYPE.of());
            if (event == XMLStreamConstants.START_ELEMENT) root = element(1);
        }
        if (root == null) throw new UnreadableModel(Sentence.UNREADABLE_EMPTY.of());
        return root;
    }

    private Tag element(int depth) throws XMLStreamException, UnreadableModel {
        if (depth > MOST_DEPTH) throw new UnreadableModel(Sentence.UNREADABLE_DEEP.of());
        if (++elements > MOST_ELEMENTS) throw new UnreadableModel(Sentence.UNREADABLE_MANY.of());
        String name = named(xml.getNamespaceURI(), xml.getLocalName());
        Map<String, String> attributes = attributes();
        int line = xml.getLocation().getLineNumber();
        List<Tag> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.COMMENT, XMLStreamConstants.SPACE -> {}
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                default -> throw new UnreadableModel(Sentence.UNREADABLE_ENTITIES.of(line));
            }
        }
        return new Tag(name, attributes, List.copyOf(children), text.toString().strip(), line);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            String local = xml.getAttributeLocalName(i);
            String name = space == null || space.isEmpty() ? local : named(space, local);
            attributes.put(name, xml.getAttributeValue(i));
        }
        return attributes;
    }

    private static String named(@Nullable String space, String local) {
        if (space == null || space.isEmpty()) return local;
        return PREFIXES.getOrDefault(space, "{" + space + "}") + local;
    }
}
