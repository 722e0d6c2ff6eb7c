package vn.caunoi.processes.studio;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;

/** The BPMN 2.0 schema: order and number of elements. Reads only what {@link XmlReading} has let through. */
final class Schema {

    private static final int LONGEST = 300;

    private Schema() {}

    static void check(byte[] xml, Problems problems) {
        try {
            Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
        } catch (ModelException e) {
            problems.error(null, "schema", Sentence.SCHEMA.of(reason(e)));
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        String text =
                String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").replaceAll("\"?https?://[^\" }]*\"?:?", "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }
}
