package vn.caunoi.api.audit;

import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;

/** Writes XES (IEEE 1849): a trace for each case, with the concept, time, lifecycle and organizational extensions. */
final class XesLog implements AutoCloseable {

    private static final String NAMESPACE = "http://www.xes-standard.org/";

    private final XMLStreamWriter xml;
    private final EventLogs logs;
    private final boolean named;

    XesLog(OutputStream to, EventLogs logs, boolean named) throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(to, "UTF-8");
        this.logs = logs;
        this.named = named;
        begin();
    }

    private void begin() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("log");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xes.version", "1849-2016");
        xml.writeAttribute("xes.features", "");
        for (String[] one : new String[][] {
            {"Concept", "concept"}, {"Time", "time"}, {"Lifecycle", "lifecycle"}, {"Organizational", "org"}
        }) {
            xml.writeEmptyElement("extension");
            xml.writeAttribute("name", one[0]);
            xml.writeAttribute("prefix", one[1]);
            xml.writeAttribute("uri", NAMESPACE + one[1] + ".xesext");
        }
        global("trace");
        global("event");
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", "Activity");
        xml.writeAttribute("keys", "concept:name lifecycle:transition");
        attribute("string", "concept:name", "Caunoi");
        attribute("string", "lifecycle:model", "standard");
    }

    private void global(String scope) throws XMLStreamException {
        xml.writeStartElement("global");
        xml.writeAttribute("scope", scope);
        attribute("string", "concept:name", "");
        if (scope.equals("event")) {
            attribute("date", "time:timestamp", moment(Instant.EPOCH));
            attribute("string", "lifecycle:transition", "complete");
        }
        xml.writeEndElement();
    }

    void write(EventLogs.Trace trace) throws XMLStreamException {
        xml.writeStartElement("trace");
        attribute("string", "concept:name", trace.entry().code());
        attribute("string", "kind", word(trace.entry().kind()));
        attribute("string", "channel", word(trace.entry().channel()));
        attribute("string", "org:group", trace.entry().unit().value());
        for (LoggedEvent event : trace.events()) write(event);
        xml.writeEndElement();
    }

    private void write(LoggedEvent event) throws XMLStreamException {
        xml.writeStartElement("event");
        attribute("string", "concept:name", event.activity());
        attribute("string", "lifecycle:transition", event.transition().word());
        attribute("date", "time:timestamp", moment(event.happened()));
        attribute("date", "recorded", moment(event.recorded()));
        attribute("string", "org:resource", logs.resource(event.by(), named));
        attribute("string", "event", event.type());
        attribute("int", "seq", String.valueOf(event.seq()));
        for (Map.Entry<String, String> fact : event.facts().entrySet())
            attribute("string", fact.getKey(), fact.getValue());
        xml.writeEndElement();
    }

    private static String word(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void attribute(String type, String key, String value) throws XMLStreamException {
        xml.writeEmptyElement(type);
        xml.writeAttribute("key", key);
        xml.writeAttribute("value", value.replaceAll("\\p{Cntrl}", " "));
    }

    static String moment(Instant at) {
        return at.atZone(DueDate.ZONE).toOffsetDateTime().toString();
    }

    @Override
    public void close() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }
}
