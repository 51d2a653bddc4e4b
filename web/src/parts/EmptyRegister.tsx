// An empty register teaches its three ways in.
import { Link } from "@tanstack/react-router";
import { m } from "../i18n/locale.ts";
import { Empty } from "./Page.tsx";
import styles from "./Page.module.css";

export const EmptyRegister = () => (
  <Empty title={m.emptyRegister()}>
    <p>{m.emptyRegisterWords()}</p>
    <ul className={styles.ways}>
      <li>
        <Link to="/intake">{m.pasteBulletin()}</Link> <span>{m.emptyIntake()}</span>
      </li>
      <li>
        <Link to="/import">{m.navImport()}</Link> <span>{m.emptyImport()}</span>
      </li>
      <li>
        <Link to="/new">{m.newRecord()}</Link> <span>{m.emptyNew()}</span>
      </li>
    </ul>
  </Empty>
);
