package org.yilian;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.documents.CleanPictures;
import org.yilian.evidence.Heads;
import org.yilian.evidence.SigningKeys;
import org.yilian.identity.Areas;
import org.yilian.identity.Codes;
import org.yilian.identity.HttpSms;
import org.yilian.identity.Keys;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.identity.Sessions;
import org.yilian.identity.Sms;
import org.yilian.identity.SmsSender;
import org.yilian.identity.Throttles;
import org.yilian.identity.Vault;
import org.yilian.language.HttpLanguageModel;
import org.yilian.language.LanguageModel;
import org.yilian.language.Suggestions;
import org.yilian.nodes.Nodes;
import org.yilian.nodes.PgWakes;
import org.yilian.nodes.RedisWakes;
import org.yilian.nodes.Wakes;

/** What every feature stands on. */
final class Foundation {
  final Vertx vertx;
  final Config config;
  final Database database;
  final Keys keys;
  final Clock clock;
  final Audit audit;
  final Vault vault;
  final SigningKeys signingKeys;
  final Heads heads;
  final StoredFiles files;
  final CleanPictures pictures;
  final Organisations organisations;
  final People people;
  final Areas areas;
  final Sms sms;
  final Codes codes;
  final Throttles throttles;
  final Sessions sessions;
  final Nodes nodes;
  final Optional<LanguageModel> languageModel;
  final Suggestions suggestions;

  Foundation(Vertx vertx, Config config, Database database, Keys keys, Clock clock) {
    this.vertx = vertx;
    this.config = config;
    this.database = database;
    this.keys = keys;
    this.clock = clock;
    audit = new Audit(clock);
    vault = new Vault(keys);
    signingKeys = new SigningKeys(vertx, database, vault, clock);
    heads = new Heads(signingKeys, clock);
    files = new StoredFiles(clock);
    pictures = new CleanPictures(vertx);
    organisations = new Organisations();
    people = new People(vertx);
    areas = new Areas(clock);
    sms = new Sms(vertx, database, smsSender(), clock);
    codes = new Codes(database, sms, clock);
    throttles = new Throttles(clock);
    sessions = new Sessions(database, keys, clock, config.secondFactorRequired());
    nodes = new Nodes(vertx, database, wakes());
    languageModel =
        config.languageModel().map(settings -> new HttpLanguageModel(vertx, settings, clock));
    suggestions = new Suggestions(languageModel, database, throttles);
  }

  private Wakes wakes() {
    return config
        .redisUrl()
        .<Wakes>map(server -> new RedisWakes(vertx, server))
        .orElseGet(() -> new PgWakes(database));
  }

  private SmsSender smsSender() {
    return config
        .smsUrl()
        .<SmsSender>map(gateway -> new HttpSms(vertx, gateway))
        .orElseGet(SmsSender::outboxOnly);
  }
}
