package vn.caunoi.processes.engine.state;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.apache.ibatis.mapping.MappedStatement;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.jspecify.annotations.Nullable;

/** What stays in the engine's own tables: definitions, which are read once and remembered, and its properties. */
final class Tables {

    private static final Set<Class<?>> KINDS = Set.of(
            DeploymentEntity.class,
            ResourceEntity.class,
            ByteArrayEntity.class,
            ProcessDefinitionEntity.class,
            JobDefinitionEntity.class,
            PropertyEntity.class);

    /** The engine's files of statements about what is running. */
    private static final Set<String> RUNTIME = Set.of(
            "Execution", "EventSubscription", "Job", "VariableInstance", "Task", "ExternalTask", "Incident", "Batch");

    private final ProcessEngineConfigurationImpl settings;
    private final ConcurrentMap<String, JobDefinitionEntity> declarations = new ConcurrentHashMap<>();
    private @Nullable Set<String> running;

    Tables(ProcessEngineConfigurationImpl settings) {
        this.settings = settings;
    }

    static void mustKeep(Class<? extends DbEntity> kind) {
        NotKept.unless(KINDS.contains(kind), kind.getSimpleName());
    }

    /** Whether a statement may be left to the tables. */
    void mustAnswer(String statement) {
        NotKept.unless(!running().contains(statement), statement);
    }

    private synchronized Set<String> running() {
        if (running == null) {
            running = settings.getSqlSessionFactory().getConfiguration().getMappedStatementNames().stream()
                    .filter(name -> name.indexOf('.') < 0)
                    .filter(this::isAboutWhatRuns)
                    .collect(Collectors.toSet());
        }
        return running;
    }

    private boolean isAboutWhatRuns(String statement) {
        MappedStatement mapped =
                settings.getSqlSessionFactory().getConfiguration().getMappedStatement(statement, false);
        String file = mapped.getResource();
        return RUNTIME.contains(file.substring(file.lastIndexOf('/') + 1).replace(".xml", ""));
    }

    /** What was read before; definitions never change. Null when it must be read. */
    @Nullable DbEntity remembered(Class<?> kind, String id) {
        if (kind == ProcessDefinitionEntity.class)
            return settings.getDeploymentCache().getProcessDefinitionCache().get(id);
        return kind == JobDefinitionEntity.class ? declarations.get(id) : null;
    }

    /** Nothing runs on a definition any more, and it is in no table. */
    void forget(String definition) {
        settings.getDeploymentCache().removeProcessDefinition(definition);
        declarations.values().removeIf(declaration -> definition.equals(declaration.getProcessDefinitionId()));
    }

    void remember(@Nullable DbEntity read) {
        if (read instanceof JobDefinitionEntity declaration) declarations.put(declaration.getId(), declaration);
    }
}
