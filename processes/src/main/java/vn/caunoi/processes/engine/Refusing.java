package vn.caunoi.processes.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** The doors through which a diagram could reach code: all closed. */
final class Refusing {

    private Refusing() {}

    /** No class that a diagram names is made. */
    static final class Classes implements ArtifactFactory {
        @Override
        public <T> T getArtifact(Class<T> type) {
            throw new RefusedDiagram("A diagram cannot name a class");
        }
    }

    /** No script language is known. */
    static final class Scripts implements ScriptEngineResolver {
        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            throw new UnsupportedOperationException("there are no scripts");
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            throw new RefusedDiagram("A diagram cannot hold a script");
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean fromCache) {
            throw new RefusedDiagram("A diagram cannot hold a script");
        }
    }
}
