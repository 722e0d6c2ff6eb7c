package vn.caunoi.processes.rules;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;

/** A decision engine of its own that knows FEEL and nothing else: no scripts, no Java expressions. */
final class FeelEngineConfiguration extends DefaultDmnEngineConfiguration {

    private FeelEngineConfiguration() {
        setScriptEngineResolver(language -> {
            throw new UnsupportedOperationException("no scripts in decision tables: " + language);
        });
        setElProvider(expression -> {
            throw new UnsupportedOperationException("no Java expressions in decision tables: " + expression);
        });
        // The engine's own transformer of "date" refuses a LocalDate.
        getTransformer().getDataTypeTransformerRegistry().addTransformer("date", Variables::untypedValue);
    }

    static DmnEngine engine() {
        return new FeelEngineConfiguration().buildEngine();
    }
}
