package vn.caunoi.processes.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.ledger.Migrations;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.engine.state.Instances;

/** The engine over a database, as the program builds it. */
record OpenEngine(
        TestDatabase database,
        ProcessEngine camunda,
        Instances instances,
        Engine engine,
        TransactionTemplate transaction)
        implements AutoCloseable {

    static OpenEngine over(TestDatabase database) {
        var transactions = new DataSourceTransactionManager(database.dataSource());
        Migrations migrated = Migrations.run(database.dataSource());
        EngineConfiguration configuration = new EngineConfiguration();
        Instances instances = configuration.instances(database.dataSource(), migrated, transactions);
        ProcessEngine camunda = configuration.processEngine(database.dataSource(), transactions, migrated, instances);
        return new OpenEngine(
                database, camunda, instances, new Engine(camunda, instances), new TransactionTemplate(transactions));
    }

    @Override
    public void close() {
        camunda.close();
    }
}
