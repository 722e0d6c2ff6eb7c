package vn.caunoi.api.open311;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer in either notation. In JSON a list of things is an array, in XML an element around elements.
 *
 * @param root the element around all; {@code item} the name of each thing in it, null where there is one thing only
 * @param things by name of their members; a member may be a list of things again, named by its own name without the last letter
 */
record Answer311(HttpStatus status, String root, @Nullable String item, List<Map<String, Object>> things) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The notations, as the address ends. */
    enum Notation {
        XML,
        JSON
    }

    static Answer311 of(String root, String item, List<Map<String, Object>> things) {
        return new Answer311(HttpStatus.OK, root, item, things);
    }

    ResponseEntity<String> in(Notation notation) {
        MediaType type = notation == Notation.XML ? MediaType.TEXT_XML : MediaType.APPLICATION_JSON;
        return ResponseEntity.status(status)
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .header("Access-Control-Allow-Origin", "*")
                .body(
                        notation == Notation.XML
                                ? xml()
                                : JSON.writeValueAsString(item == null ? things.getFirst() : things));
    }

    private String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement(root);
            for (Map<String, Object> thing : things) {
                if (item != null) xml.writeStartElement(item);
                members(xml, thing);
                if (item != null) xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void members(XMLStreamWriter xml, Map<?, ?> thing) throws XMLStreamException {
        for (Map.Entry<?, ?> member : thing.entrySet()) {
            String name = String.valueOf(member.getKey());
            xml.writeStartElement(name);
            value(xml, name, member.getValue());
            xml.writeEndElement();
        }
    }

    private static void value(XMLStreamWriter xml, String name, @Nullable Object value) throws XMLStreamException {
        if (value instanceof Collection<?> several) {
            for (Object one : several) {
                xml.writeStartElement(name.substring(0, name.length() - 1));
                value(xml, name, one);
                xml.writeEndElement();
            }
        } else if (value instanceof Map<?, ?> thing) {
            members(xml, thing);
        } else if (value != null) {
            xml.writeCharacters(plain(String.valueOf(value)));
        }
    }

    /** XML has no way to write control characters. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
    }
}
