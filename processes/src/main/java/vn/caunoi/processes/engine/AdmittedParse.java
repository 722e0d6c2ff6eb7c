package vn.caunoi.processes.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;

/**
 * Reads a diagram only after all that is in it is known to be harmless: the engine makes objects of classes that a diagram
 * names for its forms while it reads, before any listener is asked.
 */
final class AdmittedParse extends BpmnParse {

    AdmittedParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        Admission.check(rootElement);
        super.parseRootElement();
    }
}
