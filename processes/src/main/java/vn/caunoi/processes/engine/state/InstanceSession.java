package vn.caunoi.processes.engine.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.EntityLoadListener;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's view of the database during one command: what runs is answered from the {@link Moving} of this thread and
 * changed there, what is defined comes from the engine's {@link Tables}. Anything else is refused.
 */
final class InstanceSession implements PersistenceSession {

    private final Instances instances;
    private final Tables tables;
    private final List<EntityLoadListener> listeners = new ArrayList<>(1);
    private @Nullable PersistenceSession opened;

    InstanceSession(Instances instances, Tables tables) {
        this.instances = instances;
        this.tables = tables;
    }

    @Override
    public List<?> selectList(String statement, @Nullable Object parameter) {
        if (Questions.knows(statement)) return loaded(Questions.answer(instances, statement, parameter));
        tables.mustAnswer(statement);
        return tables().selectList(statement, parameter);
    }

    @Override
    @SuppressWarnings("NullAway") // null when there is none, as the engine has it
    public Object selectOne(String statement, @Nullable Object parameter) {
        if (!Questions.knows(statement)) {
            tables.mustAnswer(statement);
            return tables().selectOne(statement, parameter);
        }
        List<DbEntity> found = loaded(Questions.answer(instances, statement, parameter));
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    @SuppressWarnings("NullAway") // null when there is none, as the engine has it
    public <T extends DbEntity> T selectById(Class<T> type, String id) {
        if (type == ExecutionEntity.class) return type.cast(byId(id, InstanceState::token));
        if (type == EventSubscriptionEntity.class) return type.cast(byId(id, InstanceState::subscription));
        if (JobEntity.class.isAssignableFrom(type)) return type.cast(byId(id, InstanceState::timer));
        Tables.mustKeep(type);
        DbEntity remembered = tables.remembered(type, id);
        if (remembered != null) return type.cast(remembered);
        T read = tables().selectById(type, id);
        tables.remember(read);
        return read;
    }

    private interface ById {
        @Nullable Row in(InstanceState state, String id);
    }

    private @Nullable DbEntity byId(String id, ById row) {
        String instance = instances.playing().playing();
        InstanceState state = instance == null ? null : instances.playing().of(instance);
        Row found = state == null ? null : row.in(state, id);
        return found == null ? null : loaded(List.of(found)).getFirst();
    }

    private List<DbEntity> loaded(List<? extends Row> rows) {
        List<DbEntity> entities = new ArrayList<>(rows.size());
        if (rows.isEmpty()) return entities;
        String instance = instances.playing().playing();
        if (instance == null) throw new NotKept("a row outside of an instance");
        for (Row row : rows) {
            DbEntity entity = row.entity(instance);
            listeners.forEach(listener -> listener.onEntityLoaded(entity));
            entities.add(entity);
        }
        return entities;
    }

    @Override
    public FlushResult executeDbOperations(List<DbOperation> operations) {
        List<DbOperation> others = new ArrayList<>();
        Map<String, InstanceState> changed = new LinkedHashMap<>();
        for (DbOperation operation : operations) {
            if (operation instanceof DbEntityOperation change && Changes.isOfAnInstance(change.getEntity())) {
                Changes.carryOut(change, instances.playing(), changed);
            } else {
                Tables.mustKeep(operation.getEntityType());
                if (operation instanceof DbEntityOperation kept) tables.remember(kept.getEntity());
                others.add(operation);
            }
        }
        if (!changed.isEmpty()) changed.values().forEach(instances.playing()::change);
        return others.isEmpty() ? FlushResult.allApplied() : tables().executeDbOperations(others);
    }

    private PersistenceSession tables() {
        if (opened == null) {
            opened = Context.getCommandContext().getDbSqlSession();
            listeners.forEach(opened::addEntityLoadListener);
        }
        return opened;
    }

    @Override
    public void addEntityLoadListener(EntityLoadListener listener) {
        listeners.add(listener);
        if (opened != null) opened.addEntityLoadListener(listener);
    }

    @Override
    public void flushOperations() {
        if (opened != null) opened.flushOperations();
    }

    @Override
    public void lock(String statement, @Nullable Object parameter) {
        tables.mustAnswer(statement);
        tables().lock(statement, parameter);
    }

    @Override
    public int executeNonEmptyUpdateStmt(String statement, @Nullable Object parameter) {
        tables.mustAnswer(statement);
        return tables().executeNonEmptyUpdateStmt(statement, parameter);
    }

    /** The transaction is the caller's. */
    @Override
    public void commit() {}

    @Override
    public void rollback() {}

    @Override
    public void flush() {}

    /** The tables' session is closed by the command itself. */
    @Override
    public void close() {}

    @Override
    public void dbSchemaCheckVersion() {
        tables().dbSchemaCheckVersion();
    }

    @Override
    public void dbSchemaCreate() {
        throw shapedByMigrations();
    }

    @Override
    public void dbSchemaDrop() {
        throw shapedByMigrations();
    }

    @Override
    public void dbSchemaPrune() {
        throw shapedByMigrations();
    }

    @Override
    public void dbSchemaUpdate() {
        throw shapedByMigrations();
    }

    @Override
    public List<String> getTableNamesPresent() {
        return tables().getTableNamesPresent();
    }

    private static UnsupportedOperationException shapedByMigrations() {
        return new UnsupportedOperationException("the engine's tables are shaped by migrations");
    }
}
